package muster.publish.worklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a row's fact cells, left to right: by it a returned row tells whether a fact was changed by hand
 * (reports.md 5.4) without the facts being kept a second time. Dates are written 2026-11-17; spaces and line ends do not
 * count, since a spreadsheet program may write them otherwise.
 */
public final class FactDigest {

    private FactDigest() {}

    /** The digest, lower-case hexadecimal; an empty cell is empty text. */
    public static String of(List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String cell : cells) {
                digest.update(cell.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
