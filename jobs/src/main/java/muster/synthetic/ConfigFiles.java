package muster.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code config/synthetic}: a file of the same path under {@code home/config} replaces the packaged one whole. */
final class ConfigFiles {
    private static final String FOLDER = "config/synthetic/";

    private final Path home;

    ConfigFiles(Path home) {
        this.home = home;
    }

    /** The file's text; fails with the file's name where it is nowhere. */
    String text(String name) throws IOException {
        Path own = home.resolve(FOLDER + name);
        if (Files.isRegularFile(own)) {
            return Files.readString(own);
        }
        try (InputStream packaged = ConfigFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (packaged == null) {
                throw new IllegalArgumentException("no file " + FOLDER + name + ", neither at home nor packaged");
            }
            return new String(packaged.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The file as a map of YAML values; keys repeated are refused. */
    Map<String, Object> yaml(String name) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text(name));
    }
}
