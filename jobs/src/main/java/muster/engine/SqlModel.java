package muster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One derived table as its file under {@code sql/} says it: a header and one SELECT.
 *
 * <p>The header is a run of comment lines {@code -- key: value}: {@code target} (schema.table), {@code grain} (the
 * columns that identify a row), {@code scope} (child, source, all, or a table or view of keys in the column of its own
 * name: record_key, or another after {@code by}), optionally {@code kind: append} for rows that are never rewritten,
 * {@code kind: scratch} for what tonight's steps read and no night keeps, or {@code kind: view} for what is not even
 * written, {@code provenance} (columns that say where a version came from and do not make a new one) and
 * {@code part} ({@code column = value}: this file is one of several whose rows make up the target, marked by that value in
 * that column) and {@code joins: hash} (the planner's guesses at this model's CTEs are too low, so that it would choose
 * nested loops and sorts over thousands of rows).
 *
 * @param path where the file stands below {@code sql/}, for example {@code 30_cohort/child.sql}
 * @param target schema-qualified name of the table it fills
 * @param grain columns that identify a row; never null in a row
 * @param scope which current rows the SELECT speaks for
 * @param keys for scope KEY the table or view that holds the keys, else null
 * @param kind refresh (differences are written), append (new keys are inserted), scratch or view
 * @param provenance columns left out of the comparison of versions
 * @param part the mark of a part, or null
 * @param hashJoins whether nested loops and merges are to be avoided
 * @param select the SELECT as it stands in the file
 */
public record SqlModel(
        String path,
        String target,
        List<String> grain,
        Scope scope,
        Keys keys,
        Kind kind,
        List<String> provenance,
        Part part,
        boolean hashJoins,
        String select) {

    /** How the rows of one part are told from those of the others. */
    public record Part(String column, String value) {}

    /**
     * The keys whose rows a SELECT speaks for.
     *
     * @param relation table or view, with its schema
     * @param column the key's column, there and in the target
     */
    public record Keys(String relation, String column) {}

    /** Which current rows a SELECT speaks for: rows outside are left as they are. */
    public enum Scope {
        CHILD,
        SOURCE,
        KEY,
        ALL
    }

    /**
     * How rows are kept: two ways, no more ({@code design.md}). A scratch table is filled anew by each night that needs
     * it and lost with the server; a view holds nothing and is no step.
     */
    public enum Kind {
        REFRESH,
        APPEND,
        SCRATCH,
        VIEW
    }

    private static final Pattern HEADER = Pattern.compile("^-- ([a-z]+):\\s+(.+)$");
    private static final Pattern PART = Pattern.compile("([a-z_]+) = ([A-Za-z0-9_-]+)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern KEYS_OF_SCOPE =
            Pattern.compile("(" + NAME + "\\." + NAME + ")(?: by (" + NAME + "))?");
    private static final List<String> KEYS = List.of("target", "grain", "scope", "kind", "provenance", "part", "joins");

    /**
     * Reads a model file.
     *
     * @throws IllegalArgumentException when the header lacks a key or names what is not an identifier
     */
    public static SqlModel parse(String path, String text) {
        Map<String, String> header = header(text);
        String target = required(header, "target", path);
        String[] name = target.split("\\.", -1);
        if (name.length != 2 || !isName(name[0]) || !isName(name[1])) {
            throw new IllegalArgumentException("sql/" + path + ": target must be schema.table");
        }
        return new SqlModel(
                path,
                target,
                columns(required(header, "grain", path), path),
                scope(header),
                keys(header, path),
                Kind.valueOf(upper(header, "kind", "refresh")),
                header.containsKey("provenance") ? columns(header.get("provenance"), path) : List.of(),
                header.containsKey("part") ? part(header.get("part"), path) : null,
                "hash".equals(header.get("joins")),
                text);
    }

    /**
     * What the model is known by: its table; or its path where several files fill one table, each for lines or records
     * of its own: the decisions on landed lines, and what stands in a register's own folder.
     */
    public String name() {
        boolean inOwnFolder = scope == Scope.SOURCE && path.indexOf('/') != path.lastIndexOf('/');
        return inOwnFolder || target.startsWith("landing.") ? path : target;
    }

    /** Whether it is read as it stands, each time anew, instead of being kept. */
    public boolean isView() {
        return kind == Kind.VIEW;
    }

    /** The condition that a row of either alias is of the same grain. */
    String sameGrain(String left, String right) {
        return grain.stream()
                .map(column -> left + "." + column + " = " + right + "." + column)
                .collect(Collectors.joining(" and "));
    }

    /** The schema of the target: the stage's own name. */
    public String schema() {
        return target.substring(0, target.indexOf('.'));
    }

    /** The table of the target, without its schema. */
    public String table() {
        return target.substring(target.indexOf('.') + 1);
    }

    /** The folder the file stands in, for example {@code 30_cohort}. */
    public String stage() {
        return path.substring(0, path.indexOf('/'));
    }

    private static Map<String, String> header(String text) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            Matcher matcher = HEADER.matcher(line.strip());
            if (matcher.matches() && KEYS.contains(matcher.group(1))) {
                header.put(matcher.group(1), matcher.group(2).strip());
            } else if (!line.startsWith("--")) {
                break;
            }
        }
        return header;
    }

    private static Scope scope(Map<String, String> header) {
        return header.getOrDefault("scope", "").contains(".")
                ? Scope.KEY
                : Scope.valueOf(upper(header, "scope", "all"));
    }

    private static Keys keys(Map<String, String> header, String path) {
        if (scope(header) != Scope.KEY) {
            return null;
        }
        Matcher matcher = KEYS_OF_SCOPE.matcher(header.get("scope"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "sql/" + path + ": scope must be schema.table, or schema.table by column");
        }
        return new Keys(matcher.group(1), matcher.group(2) == null ? "record_key" : matcher.group(2));
    }

    private static String upper(Map<String, String> header, String key, String otherwise) {
        return header.getOrDefault(key, otherwise).toUpperCase(Locale.ROOT);
    }

    private static Part part(String text, String path) {
        Matcher matcher = PART.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("sql/" + path + ": part must be column = value");
        }
        return new Part(matcher.group(1), matcher.group(2));
    }

    private static String required(Map<String, String> header, String key, String path) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalArgumentException("sql/" + path + ": the header has no " + key);
        }
        return value;
    }

    private static List<String> columns(String value, String path) {
        List<String> columns = new ArrayList<>();
        Arrays.stream(value.split(",")).map(String::strip).forEach(columns::add);
        for (String column : columns) {
            if (!isName(column)) {
                throw new IllegalArgumentException("sql/" + path + ": not a column name in the header: " + column);
            }
        }
        return List.copyOf(columns);
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
