package muster.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a table to what its model's SELECT says, in the running transaction.
 *
 * <p>A refresh and an append build the next state in an unlogged table first (its plan may be parallel) and write what
 * differs from it or is new. A scratch table is emptied and filled.
 */
final class TableWriter {

    /** Statistics are taken anew when a step has written more than this part of what its table holds, or it is small. */
    private static final int ANALYSED_PART = 50;

    private static final int SMALL = 20_000;

    private final JdbcClient database;

    TableWriter(JdbcClient database) {
        this.database = database;
    }

    Difference write(SqlModel model) {
        return switch (model.kind()) {
            case SCRATCH -> scratch(model);
            case APPEND -> append(model);
            case REFRESH -> refresh(model);
            case VIEW -> throw new IllegalArgumentException(model.target() + " is a view");
        };
    }

    private Difference refresh(SqlModel model) {
        Next next = build(model);
        Difference difference = new HistoryWriter(database, model, next).write();
        drop(next.name());
        analyse(model, model.table() + "_history", difference.opened() + difference.closed());
        return difference;
    }

    private Difference append(SqlModel model) {
        Next next = build(model);
        if (Boolean.TRUE.equals(database.sql("select exists (select from " + next.name() + " group by "
                        + String.join(", ", model.grain()) + " having count(*) > 1)")
                .query(Boolean.class)
                .single())) {
            throw new ModelFailedException(brokenGrain(model, "two rows of one grain"));
        }
        long opened = database.sql("""
                        insert into %1$s (%2$s)
                        select %3$s
                        from %4$s as n
                        where not exists (select from %1$s as h where %5$s)
                        """.formatted(
                                model.target(), next.list(), next.list("n"), next.name(), model.sameGrain("h", "n")))
                .update();
        drop(next.name());
        analyse(model, model.table(), opened);
        return new Difference(opened, 0);
    }

    private Difference scratch(SqlModel model) {
        database.sql("truncate " + model.target()).update();
        allowOtherJoins(!model.hashJoins());
        long rows = database.sql("insert into " + model.target() + "\n" + model.select())
                .update();
        allowOtherJoins(true);
        database.sql("select engine.analyse(:schema, :table)")
                .param("schema", model.schema())
                .param("table", model.table())
                .query()
                .listOfRows();
        return new Difference(rows, 0);
    }

    /**
     * The next state as built.
     *
     * @param name the table
     * @param columns its columns in order
     * @param rows how many rows it has
     */
    record Next(String name, List<String> columns, long rows) {

        String list() {
            return String.join(", ", columns);
        }

        String list(String alias) {
            return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
        }
    }

    private Next build(SqlModel model) {
        String name = "next." + model.schema() + "_" + model.table();
        drop(name);
        allowOtherJoins(!model.hashJoins());
        database.sql("create unlogged table " + name + " as\n" + model.select()).update();
        allowOtherJoins(true);
        // Only the grain is joined on below.
        database.sql("analyze " + name + " (" + String.join(", ", model.grain()) + ")")
                .update();
        String someNull =
                model.grain().stream().map(column -> column + " is null").collect(Collectors.joining(" or "));
        return database.sql("select count(*), count(*) filter (where " + someNull + ") from " + name)
                .query((row, n) -> {
                    if (row.getLong(2) > 0) {
                        throw new ModelFailedException(brokenGrain(model, "a null in its grain"));
                    }
                    return new Next(name, columns(name), row.getLong(1));
                })
                .single();
    }

    private List<String> columns(String table) {
        return database.sql("select attname from pg_attribute where attrelid = :name::regclass and attnum > 0"
                        + " and not attisdropped order by attnum")
                .param("name", table)
                .query(String.class)
                .list();
    }

    static String brokenGrain(SqlModel model, String what) {
        return model.target() + " (sql/" + model.path() + "): the SELECT gives " + what + " (" + model.grain() + ")";
    }

    private void allowOtherJoins(boolean allowed) {
        String value = allowed ? "on" : "off";
        database.sql("set local enable_nestloop = " + value).update();
        database.sql("set local enable_mergejoin = " + value).update();
    }

    /** A few rows among many change no plan, and statistics of a large table cost more than writing them did. */
    private void analyse(SqlModel model, String table, long written) {
        if (written == 0) {
            return;
        }
        database.sql("""
                        select engine.analyse(:schema, :table)
                        from pg_class
                        where oid = cast(:schema || '.' || :table as regclass)
                            and (reltuples < :small or :written * :part > reltuples)
                        """)
                .param("schema", model.schema())
                .param("table", table)
                .param("small", SMALL)
                .param("written", written)
                .param("part", ANALYSED_PART)
                .query()
                .listOfRows();
    }

    private void drop(String name) {
        database.sql("drop table if exists " + name).update();
    }
}
