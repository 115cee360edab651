package muster.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data dictionary as the server holds it: every schema, table, view and column with its comment. */
final class DataDictionary {

    /** Made by others (batch, migration) or for one night only (landing, next), so no part of the dictionary. */
    static final List<String> LEFT_OUT = List.of("batch", "migration", "landing", "next", "extension");

    private static final String HISTORY = "_history";

    private static final String COLUMNS = """
            select
                namespace.nspname as schema_name,
                coalesce(obj_description(namespace.oid, 'pg_namespace'), '') as schema_meaning,
                relation.relname as table_name,
                relation.relkind = 'v' as is_view,
                coalesce(
                    obj_description(relation.oid, 'pg_class'), obj_description(history.oid, 'pg_class'), '') as table_meaning,
                field.attname as column_name,
                format_type(field.atttypid, field.atttypmod) as column_type,
                field.attnotnull as never_null,
                coalesce(
                    col_description(relation.oid, field.attnum), col_description(history.oid, kept.attnum), '')
                    as column_meaning
            from pg_class as relation
            inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
            inner join pg_attribute as field
                on field.attrelid = relation.oid and field.attnum > 0 and not field.attisdropped
            -- left: an as-known view without words of its own has those of its history
            left join pg_class as history
                on history.relnamespace = relation.relnamespace and history.relname = relation.relname || '_history'
            left join pg_attribute as kept on kept.attrelid = history.oid and kept.attname = field.attname
            where relation.relkind in ('r', 'p', 'v')
                and namespace.nspname not like 'pg\\_%'
                and namespace.nspname not in ('information_schema', 'public')
                and namespace.nspname <> all (:left_out)
            order by namespace.nspname collate "C", relation.relname collate "C", field.attnum
            """;

    /** One column of one table or view; meanings are empty where the server holds no comment. */
    record Column(
            String schemaName,
            String schemaMeaning,
            String tableName,
            boolean isView,
            String tableMeaning,
            String columnName,
            String columnType,
            boolean neverNull,
            String columnMeaning) {

        String qualified() {
            return schemaName + "." + tableName;
        }
    }

    private DataDictionary() {}

    /** Every column of the dictionary, in the order of the page. */
    static List<Column> columns(JdbcClient database) {
        return database.sql(COLUMNS)
                .param("left_out", LEFT_OUT.toArray(String[]::new))
                .query(Column.class)
                .list();
    }

    /** The page: a history table and its as-known view are one entry. */
    static String page(List<Column> columns) {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        columns.forEach(column -> tables.computeIfAbsent(column.qualified(), name -> new ArrayList<>())
                .add(column));
        StringBuilder page = new StringBuilder("# Data dictionary\n\n")
                .append(
                        "What the server itself says of every table that outlives a night. A table *with history* holds every")
                .append(
                        " version in `<name>_history`, with the nights that knew it; its plain name is a view of the night")
                .append(" that is read. Landing tables are made from `config/feeds/` and described there.\n");
        String schema = "";
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            Column first = table.getValue().get(0);
            if (tables.containsKey(table.getKey().replaceAll(HISTORY + "$", ""))
                    && table.getKey().endsWith(HISTORY)) {
                continue;
            }
            if (!first.schemaName().equals(schema)) {
                schema = first.schemaName();
                page.append("\n## ")
                        .append(schema)
                        .append("\n\n")
                        .append(first.schemaMeaning())
                        .append('\n');
            }
            page.append("\n### ").append(table.getKey()).append("\n\n").append(first.tableMeaning());
            page.append(
                    tables.containsKey(table.getKey() + HISTORY)
                            ? " *With history.*"
                            : first.isView() ? " *A view.*" : "");
            page.append("\n\n| Column | Type | Meaning |\n| --- | --- | --- |\n");
            List<Column> shown = tables.getOrDefault(table.getKey() + HISTORY, table.getValue());
            shown.forEach(column -> page.append(row(column)));
        }
        return page.toString();
    }

    private static String row(Column column) {
        return "| " + column.columnName() + " | " + column.columnType() + (column.neverNull() ? "" : ", may be null")
                + " | " + column.columnMeaning().replace("|", "\\|") + " |\n";
    }
}
