package muster.feed.landing;

import java.util.ArrayList;
import java.util.List;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The unlogged table of schema landing that takes the typed rows of a feed: {@code file_id, line_no}, the definition's
 * columns, {@code warnings text[], warning_field text, row_hash uuid}. It is made from the definition and belongs to
 * the engine's role; a definition of another shape makes it anew, since landing never keeps anything.
 */
public final class LandingTable {

    /** {@code file_id} and {@code line_no}. */
    static final int LEADING_COLUMNS = 2;

    /** {@code warnings}, {@code warning_field} and {@code row_hash}. */
    static final int TRAILING_COLUMNS = 3;

    private LandingTable() {}

    /** Qualified name; the definition's check allows identifiers only. */
    public static String name(FeedDefinition feed) {
        return "landing." + feed.landingTable();
    }

    /** Column names and types in their order, as {@code name type}. */
    public static List<String> columns(FeedDefinition feed) {
        List<String> columns = new ArrayList<>(List.of("file_id bigint", "line_no bigint"));
        for (FeedColumn column : feed.columns()) {
            columns.add(column.name() + " " + column.type().sqlType());
        }
        columns.addAll(List.of("warnings text[]", "warning_field text", "row_hash uuid"));
        return columns;
    }

    /** The statement that makes the table. */
    public static String create(FeedDefinition feed) {
        return "create unlogged table if not exists " + name(feed) + " (" + String.join(", ", columns(feed)) + ")";
    }

    /** True when the table stands with exactly these columns. */
    public static boolean fits(JdbcClient database, FeedDefinition feed) {
        List<String> standing =
                database.sql("""
                        select attribute.attname || ' '
                            || replace(format_type(attribute.atttypid, attribute.atttypmod),
                                'timestamp with time zone', 'timestamptz')
                        from pg_attribute as attribute
                        where attribute.attrelid = to_regclass(:table)
                            and attribute.attnum > 0
                            and not attribute.attisdropped
                        order by attribute.attnum
                        """).param("table", name(feed)).query(String.class).list();
        return standing.equals(columns(feed));
    }

    /** The statement that takes rows into it. */
    static String copy(FeedDefinition feed) {
        return "copy " + name(feed) + " from stdin with (format binary)";
    }
}
