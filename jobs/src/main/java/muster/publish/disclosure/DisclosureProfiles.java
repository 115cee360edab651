package muster.publish.disclosure;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.definition.ConfigTree;
import muster.definition.ConfigTree.ConfigFile;
import muster.definition.DefinitionMapper;
import muster.definition.DefinitionProblem;
import muster.definition.InvalidDefinitions;
import muster.definition.YamlParser;

/** The disclosure profiles in force: those of {@code config/disclosure}, replaced file by file by an installation's own. */
public final class DisclosureProfiles {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Map<String, DisclosureProfile> byName = new TreeMap<>();

    /**
     * Reads the profiles; their shape and agreement are checked with all other definitions.
     *
     * @throws InvalidDefinitions where a file cannot be read
     */
    public DisclosureProfiles(ConfigTree tree) {
        List<DefinitionProblem> problems = new ArrayList<>();
        for (ConfigFile file : tree.in("disclosure", ".yaml").values()) {
            YamlParser.parse(file.path(), file.bytes(), problems)
                    .map(document -> DisclosureProfile.from(DefinitionMapper.read(document.root(), MAP)))
                    .ifPresent(profile -> byName.put(profile.profile(), profile));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitions(problems);
        }
    }

    /**
     * A profile.
     *
     * @throws IllegalArgumentException when none has that name
     */
    public DisclosureProfile of(String name) {
        DisclosureProfile profile = byName.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("no disclosure profile is called " + name);
        }
        return profile;
    }
}
