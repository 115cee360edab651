package muster.acceptance.slow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A dropped file.
 *
 * @param feed inbox folder
 * @param name base name
 * @param body content
 * @param control text of its control file; null where there is none
 */
public record SlowFile(String feed, String name, byte[] body, String control) {

    static SlowFile plain(String feed, String name, String text) {
        return new SlowFile(feed, name, text.getBytes(StandardCharsets.UTF_8), null);
    }

    String sha256() {
        return sha256(body);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
