package muster.publish.commissioner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words of the report, from {@code report-templates/commissioner-report/wording.yaml} on the class path only. */
final class Wording {
    private static final String FILE = "/report-templates/commissioner-report/wording.yaml";
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Object> words;

    /** What a headline number counts, how its sentence reads, and who acts on it. */
    record Headline(
            String measure,
            String label,
            String sentence,
            String sentenceOne,
            String sentenceNone,
            String action,
            String who) {}

    private Wording(Map<String, Object> words) {
        this.words = words;
    }

    static Wording load() {
        try (InputStream file = Wording.class.getResourceAsStream(FILE)) {
            return new Wording(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of that name with every gap filled.
     *
     * @param path keys joined by a dot
     * @param values pairs of gap and value
     * @throws IllegalStateException where the words are missing or a gap has no value
     */
    String say(String path, String... values) {
        Matcher gap = GAP.matcher(text(path));
        StringBuilder filled = new StringBuilder();
        while (gap.find()) {
            gap.appendReplacement(filled, Matcher.quoteReplacement(valueOf(path, gap.group(1), values)));
        }
        return gap.appendTail(filled).toString();
    }

    Note note(String path, String... values) {
        return new Note(say(path + ".heading"), say(path + ".text", values));
    }

    int number(String path) {
        return (Integer) find(path);
    }

    List<Headline> headlines() {
        return ((List<?>) find("headlines"))
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> new Headline(
                                (String) item.get("measure"),
                                (String) item.get("label"),
                                (String) item.get("sentence"),
                                (String) item.get("sentence_one"),
                                (String) item.get("sentence_none"),
                                (String) item.get("action"),
                                (String) item.get("who")))
                        .toList();
    }

    private String text(String path) {
        return (String) find(path);
    }

    private Object find(String path) {
        Object at = words;
        for (String key : path.split("\\.")) {
            at = ((Map<?, ?>) at).get(key);
            if (at == null) {
                throw new IllegalStateException("wording.yaml has no " + path);
            }
        }
        return at;
    }

    private static String valueOf(String path, String gap, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            if (values[i].equals(gap)) {
                return values[i + 1];
            }
        }
        throw new IllegalStateException("wording.yaml: nothing to put for {%s} in %s".formatted(gap, path));
    }
}
