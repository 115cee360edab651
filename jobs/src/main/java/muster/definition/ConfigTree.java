package muster.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The configuration files in force: those shipped on the class path, each replaced whole by a file of the same path in
 * {@code HOME/config} (contract 2). The schemas are part of the program and never replaced.
 */
public final class ConfigTree {

    private static final String ROOT = "classpath:config/";

    private final SortedMap<String, ConfigFile> files;

    private ConfigTree(SortedMap<String, ConfigFile> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * A file and where it came from.
     *
     * @param path below {@code config/}, with forward slashes
     * @param bytes its content
     * @param fromHome whether it lies in {@code HOME/config}
     */
    public record ConfigFile(String path, byte[] bytes, boolean fromHome) {

        /** Lower-case hex SHA-256 of the content. */
        public String sha256() {
            return ConfigTree.sha256(bytes);
        }
    }

    /**
     * The shipped files under those of an installation.
     *
     * @param homeConfig {@code HOME/config}; null or absent for the shipped files alone
     * @throws UncheckedIOException when a file cannot be read
     */
    public static ConfigTree of(Path homeConfig) {
        return overlay(shipped(), homeConfig);
    }

    /** Files of one folder under those of another; what the tests of the loader start from. */
    static ConfigTree of(Path base, Path homeConfig) {
        SortedMap<String, ConfigFile> files = new TreeMap<>();
        addFolder(files, base, false);
        return overlay(files, homeConfig);
    }

    private static ConfigTree overlay(SortedMap<String, ConfigFile> files, Path homeConfig) {
        if (homeConfig != null && Files.isDirectory(homeConfig)) {
            addFolder(files, homeConfig, true);
        }
        return new ConfigTree(files);
    }

    /** Every file by path. */
    public Map<String, ConfigFile> files() {
        return files;
    }

    /** The files of one folder with one ending, by path. */
    public Map<String, ConfigFile> in(String folder, String ending) {
        SortedMap<String, ConfigFile> found = new TreeMap<>();
        files.forEach((path, file) -> {
            boolean direct = path.startsWith(folder + "/") && path.indexOf('/', folder.length() + 1) < 0;
            if (direct && path.endsWith(ending)) {
                found.put(path, file);
            }
        });
        return found;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static SortedMap<String, ConfigFile> shipped() {
        try {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            String root = resolver.getResource(ROOT).getURL().toString();
            SortedMap<String, ConfigFile> files = new TreeMap<>();
            for (Resource resource : resolver.getResources(ROOT + "**/*")) {
                String path = resource.getURL().toString().substring(root.length());
                if (resource.isReadable() && !path.endsWith("/") && !path.startsWith("schema/")) {
                    files.put(path, new ConfigFile(path, resource.getContentAsByteArray(), false));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration shipped with the program cannot be read", e);
        }
    }

    private static void addFolder(Map<String, ConfigFile> files, Path folder, boolean home) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, new ConfigFile(path, Files.readAllBytes(file), home));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration folder cannot be read: " + folder, e);
        }
    }
}
