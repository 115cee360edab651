package muster.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of nights and of the steps in them: {@code engine.run} and {@code engine.step}. */
public final class RunLedger {

    /** A night as the ledger holds it. */
    public record Entry(Night night, boolean published, LocalDate firstNight) {}

    /** One step of a night: its name, what it wrote and its wall time. */
    public record StepEntry(String name, BigDecimal seconds, long opened, long closed) {}

    private final JdbcClient database;

    /** Makes the ledger over the pool's client. */
    public RunLedger(JdbcClient database) {
        this.database = database;
    }

    /** The night of this date, when it was begun before. */
    public Optional<Entry> find(LocalDate businessDate) {
        return database.sql("select business_date, baseline, full_evaluation, state, first_night from engine.run"
                        + " where business_date = :date")
                .param("date", businessDate)
                .query((row, n) -> new Entry(
                        new Night(
                                row.getObject("business_date", LocalDate.class),
                                row.getBoolean("baseline"),
                                row.getBoolean("full_evaluation")),
                        "PUBLISHED".equals(row.getString("state")),
                        row.getObject("first_night", LocalDate.class)))
                .optional();
    }

    /** The latest night that was published. */
    public Optional<LocalDate> lastPublished() {
        return database.sql("select max(business_date) from engine.run where state = 'PUBLISHED'")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** A night that was begun and not published; at most one, since nights run forward one at a time. */
    public Optional<LocalDate> unfinished() {
        return database.sql("select min(business_date) from engine.run where state = 'RUNNING'")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** Writes down a night's first launch; a night begun before stays as it was. */
    public void begin(Night night, String codeVersion, String definitionsHash) {
        database.sql("""
                        insert into engine.run (business_date, baseline, full_evaluation, state, code_version,
                            definitions_hash, first_night)
                        values (:date, :baseline, :full, 'RUNNING', :code, :definitions,
                            coalesce((select min(business_date) from engine.run), :date))
                        on conflict (business_date) do nothing
                        """)
                .param("date", night.businessDate())
                .param("baseline", night.baseline())
                .param("full", night.full())
                .param("code", codeVersion)
                .param("definitions", definitionsHash)
                .update();
    }

    /** Marks the night as published: its outbox stands under its final name. */
    public void published(Night night) {
        database.sql("update engine.run set state = 'PUBLISHED' where business_date = :date")
                .param("date", night.businessDate())
                .update();
    }

    /** Writes down what a step did; the last attempt stands. */
    public void step(Night night, String name, Difference difference, Duration took) {
        database.sql("""
                        insert into engine.step (business_date, name, seconds, rows_opened, rows_closed)
                        values (:date, :name, :seconds, :opened, :closed)
                        on conflict (business_date, name) do update
                        set seconds = excluded.seconds, rows_opened = excluded.rows_opened,
                            rows_closed = excluded.rows_closed
                        """)
                .param("date", night.businessDate())
                .param("name", name)
                .param("seconds", BigDecimal.valueOf(took.toMillis(), 3))
                .param("opened", difference.opened())
                .param("closed", difference.closed())
                .update();
    }

    /** The steps of a night, in the order of their names. */
    public List<StepEntry> steps(LocalDate businessDate) {
        return database.sql(
                        "select name, seconds, rows_opened, rows_closed from engine.step where business_date = :date"
                                + " order by name")
                .param("date", businessDate)
                .query((row, n) ->
                        new StepEntry(row.getString(1), row.getBigDecimal(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
