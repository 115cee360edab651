package muster.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts given rows in the place of the tables that a SELECT reads: {@code from cohort.child as} becomes
 * {@code from json_populate_recordset(null::cohort.child, rows) as}, so the rows are typed by the real table or view and
 * columns left out are null. Only names of relations that exist are replaced; CTEs and functions stay.
 */
final class GivenRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "([a-z_][a-z0-9_]*)\\.\"?([a-z_][a-z0-9_]*)\"?";
    private static final Pattern SOURCE = Pattern.compile("\\b(from|join)(\\s+)" + NAME + "(\\s+as\\s)?");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final String QUOTE = "$given$";

    private final Map<String, Set<String>> columns = new TreeMap<>();

    GivenRows(JdbcClient database) {
        database.sql("""
                        select namespace.nspname || '.' || relation.relname, attribute.attname
                        from pg_attribute as attribute
                        join pg_class as relation on relation.oid = attribute.attrelid and relation.relkind in ('r', 'v')
                        join pg_namespace as namespace on namespace.oid = relation.relnamespace
                        where attribute.attnum > 0 and not attribute.attisdropped
                            and namespace.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'batch', 'migration')
                        """).query(row -> {
            columns.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(row.getString(2));
        });
    }

    /**
     * The SELECT over the given rows. Tables of the schema definition that are not given stay: they hold the shipped rules.
     *
     * @throws IllegalArgumentException when rows are given for what the SELECT does not read, or name no column of it
     */
    String inPlaceOfTables(String select, Map<String, List<Map<String, Object>>> given) {
        Matcher source = SOURCE.matcher(COMMENT.matcher(select).replaceAll(""));
        StringBuilder text = new StringBuilder();
        Set<String> read = new LinkedHashSet<>();
        while (source.find()) {
            String name = source.group(3) + "." + source.group(4);
            if (columns.containsKey(name)) {
                read.add(name);
                source.appendReplacement(text, Matcher.quoteReplacement(replaced(source, name, given)));
            }
        }
        source.appendTail(text);
        refuseUnread(given, read);
        return text.toString();
    }

    private String replaced(Matcher source, String name, Map<String, List<Map<String, Object>>> given) {
        if (name.startsWith("definition.") && !given.containsKey(name)) {
            return source.group();
        }
        if (source.group(5) == null) {
            throw new IllegalArgumentException("no alias follows " + name + ": write from schema.table as alias");
        }
        List<Map<String, Object>> rows = given.getOrDefault(name, List.of());
        rows.forEach(row -> refuseUnknown(name, row.keySet()));
        return source.group(1) + source.group(2) + "json_populate_recordset(null::" + source.group(3) + ".\""
                + source.group(4) + "\", " + QUOTE + json(rows) + QUOTE + "::json)" + source.group(5);
    }

    private void refuseUnknown(String name, Set<String> named) {
        Set<String> unknown = new TreeSet<>(named);
        unknown.removeAll(columns.get(name));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(name + " has no column " + unknown);
        }
    }

    private static void refuseUnread(Map<String, List<Map<String, Object>>> given, Set<String> read) {
        Set<String> unread = new TreeSet<>(given.keySet());
        unread.removeAll(read);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("rows are given for " + unread + ", which the SELECT does not read");
        }
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
