package muster.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives every register row the child that its record is linked to tonight.
 *
 * <p>Linking is the one step that writes register tables besides their own refresh: a row known from an earlier night is
 * closed and opened again under its new child, so that past nights keep the child they knew ({@code design.md}).
 */
public final class Repoint {

    private final JdbcClient database;
    private final RunLedger ledger;

    /** Makes the step over the pool's client. */
    public Repoint(JdbcClient database, RunLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Brings one register table, named with its schema, in line with {@code identity.link}. */
    public Difference run(String table, Night night) {
        long start = System.nanoTime();
        Clocks.set(database, night);
        database.sql("drop table if exists next.repointed").update();
        String history = table + "_history";
        List<String> kept = columns(history);
        String list = String.join(", ", kept);
        String values = kept.stream()
                .map(column -> column.equals("child_key") ? "moved.linked_child_key" : "moved." + column)
                .collect(Collectors.joining(", "));
        // Of a record with several elements some may be the child's already: those stay as they are.
        // The unique index on open versions is checked row by row: the old versions go before the new ones come.
        database.sql("""
                        create unlogged table next.repointed as
                        select h.*, link.child_key as linked_child_key
                        from %1$s as h
                        inner join identity.link as link on link.record_key = h.record_key
                        where upper_inf(h.nights) and h.child_key is distinct from link.child_key
                        """.formatted(history)).update();
        database.sql("""
                        delete from %1$s as h using next.repointed as moved
                        where h.record_key = moved.record_key and upper_inf(h.nights)
                            and lower(h.nights) = engine.business_date()
                            and h.child_key is distinct from moved.linked_child_key
                        """.formatted(history)).update();
        int closed = database.sql("""
                        update %1$s as h set nights = daterange(lower(h.nights), engine.business_date())
                        from next.repointed as moved
                        where h.record_key = moved.record_key and upper_inf(h.nights)
                            and h.child_key is distinct from moved.linked_child_key
                        """.formatted(history)).update();
        int opened = database.sql("""
                        insert into %1$s (%2$s, nights)
                        select %3$s, daterange(engine.business_date(), null)
                        from next.repointed as moved
                        """.formatted(history, list, values)).update();
        database.sql("drop table next.repointed").update();
        Difference difference = new Difference(opened, closed);
        ledger.step(night, "identity.link:" + table, difference, Duration.ofNanos(System.nanoTime() - start));
        return difference;
    }

    /** Notes how many records belong to another child, or to none, than the night before: links should rarely move. */
    public Difference churn(Night night) {
        long start = System.nanoTime();
        Clocks.set(database, night);
        Difference moved = database.sql("""
                        select
                            count(*) filter (where tonight.child_key is not null) as opened,
                            count(*) as closed
                        from identity.link_history as before
                        left join identity.link as tonight on tonight.record_key = before.record_key
                        where upper(before.nights) = engine.business_date() and before.child_key is not null
                            and tonight.child_key is distinct from before.child_key
                        """)
                .query((row, n) -> new Difference(row.getLong("opened"), row.getLong("closed")))
                .single();
        ledger.step(night, "identity.link:relinked", moved, Duration.ofNanos(System.nanoTime() - start));
        return moved;
    }

    private List<String> columns(String history) {
        return database.sql("select attname from pg_attribute where attrelid = :name::regclass and attnum > 0"
                        + " and not attisdropped and attname <> 'nights' order by attnum")
                .param("name", history)
                .query(String.class)
                .list();
    }
}
