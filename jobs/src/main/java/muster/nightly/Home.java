package muster.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folders of one installation ({@code contract.md} section 2).
 *
 * @param path the home itself
 */
public record Home(Path path) {

    private static final int SECRET_BYTES = 32;

    /** Where nights are published. */
    public Path outbox() {
        return path.resolve("outbox");
    }

    /** Where files are dropped. */
    public Path inbox() {
        return path.resolve("inbox");
    }

    /** Configuration that replaces the repository's, file by file. */
    public Path config() {
        return path.resolve("config");
    }

    /** A folder for the writers' own files, open to the owner alone (SG-16); made where absent. */
    Path temporary() {
        return privateFolder(path.resolve("data").resolve("tmp"));
    }

    /** The secret of row keys: {@code MUSTER_SECRET}, else made once in {@code HOME/data}. */
    byte[] secret() {
        String given = System.getenv("MUSTER_SECRET");
        if (given != null && !given.isBlank()) {
            return given.getBytes(StandardCharsets.UTF_8);
        }
        try {
            Path file = privateFolder(path.resolve("data")).resolve("secret");
            if (!Files.exists(file)) {
                byte[] made = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(made);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(made), StandardOpenOption.WRITE);
            }
            return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret of row keys can be neither read nor made.", e);
        }
    }

    private static Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
