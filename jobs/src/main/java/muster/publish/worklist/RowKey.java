package muster.publish.worklist;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The opaque key of a worklist row: twelve base32 characters of HMAC-SHA-256 over case, run date and list version
 * (reports.md 5.5). It finds the case again however staff sort the sheet, and tells nothing about the child.
 */
public final class RowKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 12;
    private static final int BITS_IN_CHARACTER = 5;

    private final SecretKeySpec secret;

    /**
     * @param secret the installation's secret; copied, never shown
     * @throws IllegalArgumentException if the secret is empty
     */
    public RowKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key of one case on one list. */
    public String of(String caseId, LocalDate runDate, int listVersion) {
        String message = caseId + "|" + runDate + "|" + listVersion;
        return base32(hmac(message.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** The first sixty bits, five to a character, most significant first (the alphabet of RFC 4648). */
    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int bit = 0; text.length() < LENGTH; bit += BITS_IN_CHARACTER) {
            int pair = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
            int value = pair >> (16 - BITS_IN_CHARACTER - bit % 8) & 0x1f;
            text.append(BASE32.charAt(value));
        }
        return text.toString();
    }
}
