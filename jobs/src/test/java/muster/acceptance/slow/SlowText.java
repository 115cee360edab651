package muster.acceptance.slow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text and records of a delimited file: feeds 1.6, rulings 3. */
final class SlowText {

    /** The file as a whole is refused, for this reason. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** A record: where it begins, its fields as written, and what is wrong with it as text. */
    static final class Line {
        int number;
        final List<String> fields = new ArrayList<>();
        boolean control;
        boolean quoting;

        boolean blank() {
            return !control && fields.stream().allMatch(field -> trimmed(field).isEmpty());
        }
    }

    private SlowText() {}

    static String decoded(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused("FILE_EMPTY");
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
            throw new Refused("ENCODING");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            for (byte b : bytes) {
                if (List.of(0x81, 0x8D, 0x8F, 0x90, 0x9D).contains(b & 0xFF)) {
                    throw new Refused("ENCODING");
                }
            }
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    static List<Line> lines(String text, char delimiter, boolean backslashes) {
        return new Splitter(text, delimiter, backslashes).all();
    }

    /** One character after the other. */
    private static final class Splitter {
        private final String text;
        private final char delimiter;
        private final boolean backslashes;
        private int at;
        private int number = 1;

        Splitter(String text, char delimiter, boolean backslashes) {
            this.text = text;
            this.delimiter = delimiter;
            this.backslashes = backslashes;
        }

        List<Line> all() {
            List<Line> lines = new ArrayList<>();
            while (at < text.length()) {
                lines.add(line());
            }
            return lines;
        }

        private Line line() {
            Line line = new Line();
            line.number = number;
            do {
                String field = at < text.length() && text.charAt(at) == '"' ? quoted(line) : plain(line);
                line.fields.add(backslashes ? field.replace("\\'", "'") : field);
            } while (goesOn());
            number++;
            return line;
        }

        /** Passes over what ends a field; true where it was the delimiter. */
        private boolean goesOn() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            boolean more = at < text.length() && text.charAt(at) == delimiter;
            at++;
            return more;
        }

        private String plain(Line line) {
            int from = at;
            while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n') {
                char c = text.charAt(at);
                if (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) == '\n')) {
                    break;
                }
                line.control |= forbidden(c);
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted(Line line) {
            StringBuilder field = new StringBuilder();
            at++;
            while (true) {
                if (at >= text.length()) {
                    throw new Refused("QUOTING");
                }
                char c = text.charAt(at++);
                if (c == '"') {
                    if (at >= text.length() || text.charAt(at) != '"') {
                        line.quoting |= !plain(line).isEmpty();
                        return field.toString();
                    }
                    at++;
                }
                number += c == '\n' ? 1 : 0;
                line.control |= c != '\n' && c != '\r' && forbidden(c);
                field.append(c);
            }
        }
    }

    private static boolean forbidden(char c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }

    /** Without the white space at its ends. */
    static String trimmed(String field) {
        int from = 0;
        int to = field.length();
        while (from < to && space(field.charAt(from))) {
            from++;
        }
        while (to > from && space(field.charAt(to - 1))) {
            to--;
        }
        return field.substring(from, to);
    }

    private static boolean space(char c) {
        return c <= ' ' || c == '\u00A0';
    }
}
