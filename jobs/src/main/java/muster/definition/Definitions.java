package muster.definition;

import java.util.List;
import java.util.Map;

/**
 * The whole configuration in force, checked. Immutable.
 *
 * @param service the installation
 * @param serviceFromHome whether HOME/config has a service.yaml; if not, {@code run.json} says that defaults hold
 * @param settings policy that belongs to no single rule
 * @param exceptions by id
 * @param measures by position, then id
 * @param slots the vaccination schedule, in the order of its file
 * @param codeLists by name
 * @param outputs by id
 * @param wordings by id
 * @param files every file in force, with version and hash, by path
 */
public record Definitions(
        ServiceDefinition service,
        boolean serviceFromHome,
        List<Setting> settings,
        List<ExceptionDefinition> exceptions,
        List<MeasureDefinition> measures,
        List<VaccinationSlot> slots,
        Map<String, CodeList> codeLists,
        List<OutputDefinition> outputs,
        List<Wording> wordings,
        List<DefinitionFile> files) {

    /**
     * A code list.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public CodeList codeList(String name) {
        CodeList list = codeLists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list is called " + name);
        }
        return list;
    }

    /**
     * An exception type.
     *
     * @throws IllegalArgumentException when the code is unknown
     */
    public ExceptionDefinition exception(String id) {
        return find(exceptions, id, ExceptionDefinition::id, "exception type");
    }

    /**
     * An output; what is not declared cannot be rendered.
     *
     * @throws IllegalArgumentException when it is not declared
     */
    public OutputDefinition output(String id) {
        return find(outputs, id, OutputDefinition::id, "output");
    }

    /**
     * The fixed words of an output.
     *
     * @throws IllegalArgumentException when there are none of that id
     */
    public Wording wording(String id) {
        return find(wordings, id, Wording::id, "wording");
    }

    /**
     * A number of policy.
     *
     * @throws IllegalArgumentException when no number is set under that name
     */
    public int number(String name) {
        Setting setting = find(settings, name, Setting::name, "setting");
        if (setting.value() == null) {
            throw new IllegalArgumentException("the setting is a word: " + name);
        }
        return setting.value();
    }

    /** Hash of each file in force by path, for {@code run.json}. */
    public Map<String, String> hashes() {
        return files.stream()
                .collect(java.util.stream.Collectors.toMap(
                        DefinitionFile::path,
                        DefinitionFile::sha256,
                        (first, second) -> first,
                        java.util.TreeMap::new));
    }

    private static <T> T find(
            List<T> list, String id, java.util.function.Function<T, String> name, String kind) {
        return list.stream()
                .filter(entry -> name.apply(entry).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " is called " + id));
    }
}
