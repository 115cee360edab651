package muster.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The examples beside one model: {@code child.examples.yaml} speaks of {@code child.sql}.
 *
 * <p>Keys of the file: {@code model} (the target, as a check), {@code as_at_date}, optionally {@code baseline} and
 * {@code given} for every example, and {@code examples}, each with {@code name}, {@code expect} and optionally
 * {@code as_at_date}, {@code baseline} and {@code given}, whose tables take the place of the file's, and {@code cases}, the
 * edge cases that it shows (see {@code EdgeCasesTest}).
 *
 * @param model the model, read from its own file
 * @param examples in the order of the file
 */
record ExampleFile(Path path, SqlModel model, List<Example> examples) {

    static final String ENDING = ".examples.yaml";

    private static final Path ROOT = Path.of("sql");
    private static final int MOST_ALIASES = 1000;
    private static final Set<String> FILE_KEYS = Set.of("model", "as_at_date", "baseline", "given", "examples");
    private static final Set<String> KEYS = Set.of("name", "cases", "as_at_date", "baseline", "given", "expect");

    /**
     * One example: given these rows, expect those.
     *
     * @param cases the edge cases that it shows, none for most
     * @param given rows by table; a definition table left out is as shipped, any other is empty
     * @param expect the rows that must come out, in any order; columns named in none of them are not compared, a column
     *     left out of one row is null there
     */
    record Example(
            String name,
            List<String> cases,
            Night night,
            Map<String, List<Map<String, Object>>> given,
            List<Map<String, Object>> expect) {}

    /** Every file of examples under {@code sql/}, in the order of their paths. */
    static List<Path> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExampleFile read(Path path) {
        Map<String, Object> file = map(yaml(path));
        refuseOthers(path, file, FILE_KEYS);
        Path sql = path.resolveSibling(path.getFileName().toString().replace(ENDING, ".sql"));
        SqlModel model = SqlModel.parse(ROOT.relativize(sql).toString(), text(sql));
        if (!model.target().equals(file.get("model"))) {
            throw new IllegalArgumentException(path + ": model must be " + model.target());
        }
        List<Example> examples = new ArrayList<>();
        for (Object each : (List<?>) file.get("examples")) {
            Map<String, Object> example = map(each);
            refuseOthers(path, example, KEYS);
            examples.add(example(file, example));
        }
        return new ExampleFile(path, model, List.copyOf(examples));
    }

    private static Example example(Map<String, Object> file, Map<String, Object> example) {
        Map<String, List<Map<String, Object>>> given = new LinkedHashMap<>(tables(file.get("given")));
        given.putAll(tables(example.get("given")));
        Map<String, Object> both = new LinkedHashMap<>(file);
        both.putAll(example);
        LocalDate date = LocalDate.parse((String) both.get("as_at_date"));
        boolean baseline = Boolean.TRUE.equals(both.get("baseline"));
        return new Example(
                (String) example.get("name"),
                texts(example.get("cases")),
                new Night(date, baseline, false),
                given,
                rows(example.get("expect")));
    }

    private static Map<String, List<Map<String, Object>>> tables(Object given) {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        if (given != null) {
            map(given).forEach((table, rows) -> tables.put(table, rows(rows)));
        }
        return tables;
    }

    private static List<String> texts(Object texts) {
        List<String> list = new ArrayList<>();
        if (texts != null) {
            ((List<?>) texts).forEach(text -> list.add((String) text));
        }
        return List.copyOf(list);
    }

    private static List<Map<String, Object>> rows(Object rows) {
        List<Map<String, Object>> list = new ArrayList<>();
        ((List<?>) rows).forEach(row -> list.add(map(row)));
        return list;
    }

    private static Map<String, Object> map(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put((String) key, value));
        return map;
    }

    private static void refuseOthers(Path path, Map<String, Object> node, Set<String> keys) {
        if (!keys.containsAll(node.keySet())) {
            throw new IllegalArgumentException(path + ": unknown key among " + node.keySet());
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object yaml(Path path) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new DatesAsText())
                .load(text(path));
    }

    /** A date is the text that PostgreSQL reads. */
    private static final class DatesAsText extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }
}
