package muster.definition;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.definition.DefinitionTables.OpenEnd;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Puts the definitions into the schema {@code definition}: replaced as a whole when any file changed, untouched
 * otherwise. {@code definition.file} keeps which version held on which nights, {@code definition.used} what each night
 * used.
 */
public final class DefinitionStore {

    private DefinitionStore() {}

    /**
     * Makes the database hold these definitions as of a night. Runs in the caller's transaction; run again for the same
     * night it changes nothing.
     *
     * @param jdbc bound to the caller's transaction
     * @param businessDate the night
     * @return whether any file differs from what was held, so that every child must be evaluated
     */
    public static boolean save(JdbcOperations jdbc, Definitions definitions, LocalDate businessDate) {
        Map<String, String> held = held(jdbc);
        boolean changed = !held.equals(definitions.hashes());
        if (changed) {
            keepFiles(jdbc, held, definitions, businessDate);
            replaceTables(jdbc, DefinitionTables.of(definitions));
        }
        recordUse(jdbc, definitions, businessDate);
        return changed;
    }

    private static Map<String, String> held(JdbcOperations jdbc) {
        Map<String, String> held = new TreeMap<>();
        jdbc.query("select path, sha256 from definition.file where upper_inf(nights)", row -> {
            held.put(row.getString("path"), row.getString("sha256"));
        });
        return held;
    }

    private static void keepFiles(
            JdbcOperations jdbc, Map<String, String> held, Definitions definitions, LocalDate night) {
        Map<String, String> hashes = definitions.hashes();
        List<Object[]> gone = new ArrayList<>();
        held.forEach((path, sha256) -> {
            if (!sha256.equals(hashes.get(path))) {
                gone.add(new Object[] {path, night});
            }
        });
        List<Object[]> opened = new ArrayList<>();
        for (DefinitionFile file : definitions.files()) {
            if (!file.sha256().equals(held.get(file.path()))) {
                opened.add(new Object[] {file.path(), file.version(), file.sha256(), file.fromHome(), night});
            }
        }
        // What began this very night is replaced, so that no range is empty.
        batch(jdbc, "delete from definition.file where path = ? and lower(nights) = ?", gone);
        batch(
                jdbc,
                "update definition.file set nights = nights * daterange(null, ?)"
                        + " where path = ? and upper_inf(nights)",
                reversed(gone));
        batch(
                jdbc,
                "insert into definition.file (path, version, sha256, from_home, nights)"
                        + " values (?, ?, ?, ?, daterange(?, null))",
                opened);
    }

    private static void replaceTables(JdbcOperations jdbc, List<TableRows> tables) {
        List<TableRows> childrenFirst = new ArrayList<>(tables);
        Collections.reverse(childrenFirst);
        childrenFirst.forEach(table -> jdbc.update(table.delete()));
        tables.forEach(table -> batch(jdbc, table.insert(), table.rows()));
        // Every stage joins these tables: a table of rules taken for one row is put outside a loop over every child.
        jdbc.queryForList(
                "select engine.analyse(schemaname, tablename) from pg_tables where schemaname = 'definition'");
    }

    private static void recordUse(JdbcOperations jdbc, Definitions definitions, LocalDate night) {
        jdbc.update("delete from definition.used where business_date = ?", night);
        List<Object[]> used = new ArrayList<>();
        definitions.hashes().forEach((path, sha256) -> used.add(new Object[] {night, path, sha256}));
        batch(jdbc, "insert into definition.used (business_date, path, sha256) values (?, ?, ?)", used);
    }

    private static void batch(JdbcOperations jdbc, String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), DefinitionStore::bind);
        }
    }

    private static List<Object[]> reversed(List<Object[]> pairs) {
        return pairs.stream().map(pair -> new Object[] {pair[1], pair[0]}).toList();
    }

    private static void bind(PreparedStatement statement, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value instanceof OpenEnd end) {
                statement.setObject(i + 1, end.value(), Types.OTHER);
            } else if (value instanceof String[] array) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", array));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
