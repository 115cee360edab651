package muster.synthetic;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Text as a system writes it whose characters are few: what it has no character for loses its accent. */
final class Legacy {
    private Legacy() {}

    /** The same text in characters that the set has. */
    static String text(String text, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return text;
        }
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            plain.append(encoder.canEncode(character) ? character : bare(character, encoder));
        });
        return plain.toString();
    }

    private static String bare(String character, CharsetEncoder encoder) {
        if (character.equals("ı")) {
            return "i"; // has no accent to lose
        }
        String base = Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return encoder.canEncode(base) ? base : "?";
    }
}
