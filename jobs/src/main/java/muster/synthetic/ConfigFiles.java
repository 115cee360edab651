package muster.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.definition.DefinitionMapper;
import muster.definition.DefinitionProblem;
import muster.definition.InvalidDefinitions;
import muster.definition.SchemaCheck;
import muster.definition.YamlDocument;
import muster.definition.YamlParser;

/** Reads {@code config/synthetic}: a file of the same path under {@code home/config} replaces the packaged one whole. */
final class ConfigFiles {
    private static final String CONFIG = "config/";
    private static final String FOLDER = "synthetic/";

    private final Path home;

    ConfigFiles(Path home) {
        this.home = home;
    }

    /** The file's text; fails with the file's name where it is nowhere. */
    String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /**
     * A YAML file that its schema has passed, as a record.
     *
     * @throws InvalidDefinitions with file, line and mend of everything that is wrong
     */
    <T> T read(String name, String schema, Class<T> type) throws IOException {
        List<DefinitionProblem> problems = new ArrayList<>();
        Optional<YamlDocument> document = YamlParser.parse(FOLDER + name, bytes(name), problems);
        document.ifPresent(found -> problems.addAll(new SchemaCheck(schema).check(found)));
        if (!problems.isEmpty()) {
            throw new InvalidDefinitions(problems);
        }
        return DefinitionMapper.read(document.orElseThrow().root(), type);
    }

    private byte[] bytes(String name) throws IOException {
        Path own = home.resolve(CONFIG + FOLDER + name);
        if (Files.isRegularFile(own)) {
            return Files.readAllBytes(own);
        }
        try (InputStream packaged = ConfigFiles.class.getClassLoader().getResourceAsStream(CONFIG + FOLDER + name)) {
            if (packaged == null) {
                throw new IllegalArgumentException(
                        "no file " + CONFIG + FOLDER + name + ", neither at home nor packaged");
            }
            return packaged.readAllBytes();
        }
    }
}
