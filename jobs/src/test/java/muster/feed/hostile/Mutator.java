package muster.feed.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes in the ways that files are spoilt: a flipped bit, a cut, a part twice, two files in one, odd tokens. */
public final class Mutator {

    private static final List<byte[]> TOKENS = List.of(
            bytes("\""),
            bytes("\"\""),
            bytes("\r\n"),
            bytes("\r"),
            bytes("\n\n"),
            bytes("\0"),
            bytes("\\."),
            bytes(","),
            bytes("|"),
            bytes("~"),
            bytes("\u2019"),
            bytes("\uD83D\uDE00"),
            bytes("\u202E"),
            bytes("\u200B"),
            bytes("\uFEFF"),
            bytes("9.99E+09"),
            bytes("-1"),
            bytes("9".repeat(40)),
            bytes("9999-12-31"),
            bytes("2025-02-30"),
            bytes("<!DOCTYPE x>"),
            bytes("&x;"),
            bytes("<a>"),
            bytes("</entry>"),
            bytes("<![CDATA["),
            bytes("\u0085"),
            bytes("=1+1"),
            bytes("{"),
            bytes("["),
            bytes("PAR1"),
            bytes("503\\*\n"),
            new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07},
            new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
            new byte[] {(byte) 0x81},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {0, 0, 0, (byte) 0x80});

    private final Random random;

    public Mutator(Random random) {
        this.random = random;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One to four faults. */
    public byte[] spoilt(byte[] sound, byte[] other) {
        byte[] result = sound;
        int faults = 1 + random.nextInt(4);
        for (int i = 0; i < faults; i++) {
            result = once(result, other);
        }
        return result;
    }

    private byte[] once(byte[] content, byte[] other) {
        if (content.length == 0) {
            return token();
        }
        int at = random.nextInt(content.length);
        int to = at + random.nextInt(Math.min(200, content.length - at) + 1);
        return switch (random.nextInt(9)) {
            case 0 -> flipped(content, at);
            case 1 -> Arrays.copyOf(content, at);
            case 2 -> joined(Arrays.copyOf(content, at), Arrays.copyOfRange(content, to, content.length));
            case 3 -> joined(Arrays.copyOf(content, to), Arrays.copyOfRange(content, at, content.length));
            case 4 ->
                joined(Arrays.copyOf(content, at), Arrays.copyOfRange(other, Math.min(at, other.length), other.length));
            case 5 -> joined(content, content);
            case 6 -> replaced(content, at, (byte) random.nextInt(256));
            default ->
                joined(joined(Arrays.copyOf(content, at), token()), Arrays.copyOfRange(content, at, content.length));
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private byte[] flipped(byte[] content, int at) {
        return replaced(content, at, (byte) (content[at] ^ 1 << random.nextInt(Byte.SIZE)));
    }

    private static byte[] replaced(byte[] content, int at, byte value) {
        byte[] result = content.clone();
        result[at] = value;
        return result;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] result = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, result, a.length, b.length);
        return result;
    }
}
