package muster.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a table to what its model's SELECT says, in the running transaction.
 *
 * <p>A refresh builds the next state in an unlogged table (its plan may be parallel), checks it, closes the versions in
 * scope that changed or went and opens the new ones. A version opened in this same night is replaced, never closed, so
 * that no range of nights is empty. An append inserts the rows whose key is new.
 */
final class TableWriter {

    private final JdbcClient database;

    TableWriter(JdbcClient database) {
        this.database = database;
    }

    Difference write(SqlModel model) {
        Next next = build(model);
        Difference difference = model.kind() == SqlModel.Kind.APPEND ? append(model, next) : refresh(model, next);
        drop(next.name());
        if (difference.opened() + difference.closed() > 0) {
            analyse(model);
        }
        return difference;
    }

    /** The next state as built: its table and its columns in order. */
    private record Next(String name, List<String> columns) {

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
        checkGrain(model, name);
        List<String> columns = database.sql(
                        "select attname from pg_attribute where attrelid = :name::regclass and attnum > 0"
                                + " and not attisdropped order by attnum")
                .param("name", name)
                .query(String.class)
                .list();
        return new Next(name, columns);
    }

    private void allowOtherJoins(boolean allowed) {
        String value = allowed ? "on" : "off";
        database.sql("set local enable_nestloop = " + value).update();
        database.sql("set local enable_mergejoin = " + value).update();
    }

    private void checkGrain(SqlModel model, String name) {
        String grain = String.join(", ", model.grain());
        String someNull =
                model.grain().stream().map(column -> column + " is null").collect(Collectors.joining(" or "));
        refuse(model, "a null in its grain", "select exists (select from " + name + " where " + someNull + ")");
        refuse(
                model,
                "two rows of one grain",
                "select exists (select from " + name + " group by " + grain + " having count(*) > 1)");
    }

    private void refuse(SqlModel model, String what, String question) {
        if (Boolean.TRUE.equals(database.sql(question).query(Boolean.class).single())) {
            throw new ModelFailedException(model.target() + " (sql/" + model.path() + "): the SELECT gives " + what
                    + " (" + model.grain() + ")");
        }
    }

    private Difference refresh(SqlModel model, Next next) {
        String history = model.target() + "_history";
        List<String> compared = next.columns().stream()
                .filter(column ->
                        !model.grain().contains(column) && !model.provenance().contains(column))
                .toList();
        long closed = database.sql("""
                        with went as (
                            select h.ctid as row_id, lower(h.nights) as since
                            from %1$s as h
                            left join %2$s as n on %3$s
                            where upper_inf(h.nights) and %4$s
                                and (n.%5$s is null or %6$s)
                        ), replaced as (
                            delete from %1$s as h using went
                            where h.ctid = went.row_id and went.since = engine.business_date()
                            returning 1
                        ), closed as (
                            update %1$s as h set nights = daterange(went.since, engine.business_date())
                            from went
                            where h.ctid = went.row_id and went.since < engine.business_date()
                            returning 1
                        )
                        select (select count(*) from replaced) + (select count(*) from closed)
                        """.formatted(
                                history,
                                next.name(),
                                sameGrain(model, "h", "n"),
                                inScope(model, "h"),
                                model.grain().get(0),
                                differs(compared)))
                .query(Long.class)
                .single();
        long opened = database.sql(
                        """
                        insert into %1$s (%2$s, nights)
                        select %3$s, daterange(engine.business_date(), null)
                        from %4$s as n
                        where not exists (
                            select from %1$s as h where upper_inf(h.nights) and %5$s
                        )
                        """.formatted(history, next.list(), next.list("n"), next.name(), sameGrain(model, "h", "n")))
                .update();
        return new Difference(opened, closed);
    }

    private Difference append(SqlModel model, Next next) {
        long opened = database.sql("""
                        insert into %1$s (%2$s)
                        select %3$s
                        from %4$s as n
                        where not exists (select from %1$s as h where %5$s)
                        """.formatted(
                                model.target(), next.list(), next.list("n"), next.name(), sameGrain(model, "h", "n")))
                .update();
        return new Difference(opened, 0);
    }

    private static String sameGrain(SqlModel model, String left, String right) {
        return model.grain().stream()
                .map(column -> left + "." + column + " = " + right + "." + column)
                .collect(Collectors.joining(" and "));
    }

    private static String differs(List<String> compared) {
        if (compared.isEmpty()) {
            return "false";
        }
        return "(" + compared.stream().map(column -> "h." + column).collect(Collectors.joining(", "))
                + ") is distinct from ("
                + compared.stream().map(column -> "n." + column).collect(Collectors.joining(", "))
                + ")";
    }

    private static String inScope(SqlModel model, String alias) {
        return switch (model.scope()) {
            case ALL -> "true";
            case CHILD -> "exists (select from engine.child_in_scope as s where s.child_key = " + alias + ".child_key)";
            case RECORD ->
                "exists (select from " + model.scopeRelation() + " as s where s.record_key = " + alias + ".record_key)";
            case SOURCE ->
                "exists (select from engine.source_in_scope as s where s.record_key = " + alias + ".record_key)";
        };
    }

    private void analyse(SqlModel model) {
        String table = model.kind() == SqlModel.Kind.APPEND ? model.table() : model.table() + "_history";
        database.sql("select engine.analyse(:schema, :table)")
                .param("schema", model.schema())
                .param("table", table)
                .query()
                .listOfRows();
    }

    private void drop(String name) {
        database.sql("drop table if exists " + name).update();
    }
}
