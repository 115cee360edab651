package muster.engine;

import java.util.List;
import java.util.stream.Collectors;
import muster.engine.TableWriter.Next;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the differences between a history and its next state: closes the versions in scope that changed or went, and
 * opens the new ones. A version opened in this same night is replaced, never closed, so that no range of nights is empty.
 *
 * <p>Both are compared once, by one join; that the SELECT gave one row for each grain follows from the counts.
 */
final class HistoryWriter {

    private static final String CHANGES = "next.changes";

    private final JdbcClient database;
    private final SqlModel model;
    private final Next next;
    private final String history;

    HistoryWriter(JdbcClient database, SqlModel model, Next next) {
        this.database = database;
        this.model = model;
        this.next = next;
        this.history = model.target() + "_history";
    }

    /** @throws ModelFailedException when the next state has two rows of one grain */
    Difference write() {
        long held = database.sql("select count(*) from " + history + " as h where " + inScope())
                .query(Long.class)
                .single();
        Difference difference = held == 0 ? open(next.name(), "true") : change();
        if (held - difference.closed() + difference.opened() != next.rows()) {
            throw brokenGrain();
        }
        return difference;
    }

    private Difference change() {
        compare();
        long replaced = database.sql("delete from " + history + " as h using " + CHANGES
                        + " as c where h.ctid = c.changed_row and c.changed_since = engine.business_date()")
                .update();
        long closed = database.sql("update " + history + " as h"
                        + " set nights = daterange(c.changed_since, engine.business_date()) from " + CHANGES
                        + " as c where h.ctid = c.changed_row and c.changed_since < engine.business_date()")
                .update();
        Difference opened = open(CHANGES, "n." + model.grain().get(0) + " is not null");
        database.sql("drop table " + CHANGES).update();
        return opened.plus(new Difference(0, replaced + closed));
    }

    /** The rows of both states that are not in the other: of a changed row both, side by side. */
    private void compare() {
        String key = model.grain().get(0);
        database.sql("""
                        create unlogged table %1$s as
                        select h.held_version as changed_row, lower(h.nights) as changed_since, n.*
                        from (select h.ctid as held_version, h.* from %2$s as h where %3$s) as h
                        full join %4$s as n on %5$s
                        where h.%6$s is null or n.%6$s is null or %7$s
                        """.formatted(CHANGES, history, inScope(), next.name(), model.sameGrain("h", "n"), key, differs()))
                .update();
    }

    /** Opened in the order of their grain: what belongs together lies together, and the index grows at its end. */
    private Difference open(String from, String which) {
        try {
            long opened = database.sql("""
                            insert into %1$s (%2$s, nights)
                            select %3$s, daterange(engine.business_date(), null)
                            from %4$s as n
                            where %5$s
                            order by %6$s
                            """.formatted(
                            history, next.list(), next.list("n"), from, which, String.join(", ", model.grain())))
                    .update();
            return new Difference(opened, 0);
        } catch (DuplicateKeyException e) {
            throw brokenGrain();
        }
    }

    private ModelFailedException brokenGrain() {
        return new ModelFailedException(TableWriter.brokenGrain(model, "two rows of one grain"));
    }

    private String differs() {
        List<String> compared = next.columns().stream()
                .filter(column ->
                        !model.grain().contains(column) && !model.provenance().contains(column))
                .toList();
        return compared.isEmpty()
                ? "false"
                : compared.stream()
                        .map(column -> "h." + column + " is distinct from n." + column)
                        .collect(Collectors.joining(" or "));
    }

    /** The open versions that the SELECT speaks for. */
    private String inScope() {
        return "upper_inf(h.nights) and "
                + switch (model.scope()) {
                    case ALL -> "true";
                    case CHILD -> "exists (select from engine.child_in_scope as s where s.child_key = h.child_key)";
                    case KEY ->
                        "exists (select from " + model.keys().relation() + " as s where s."
                                + model.keys().column() + " = h." + model.keys().column() + ")";
                    case SOURCE -> "exists (select from engine.source_in_scope as s where s.record_key = h.record_key)";
                };
    }
}
