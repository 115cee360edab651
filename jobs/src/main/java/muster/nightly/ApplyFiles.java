package muster.nightly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Clocks;
import muster.engine.Difference;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes landed files into the registers, one round at a time: the next feed, and of each sender its next file, so that a
 * sender's files are applied in the order of their sequence.
 *
 * <p>A round is one transaction. What needs other lines or the register is decided by the feed's SELECT in
 * {@code sql/10_register/decision}; which records the files speak of by the one in {@code scope}; then the register's
 * models that read the feed's landing table run in the order of their lineage. A feed needs no Java here.
 */
final class ApplyFiles {

    private static final String STAGE = "10_register";
    private static final String KEYS = "register.record";

    private final JdbcClient database;
    private final Models models;
    private final Lineage lineage;
    private final ModelStep step;
    private final RunLedger ledger;
    private final Set<String> messageFeeds;

    ApplyFiles(
            JdbcClient database,
            Models models,
            Lineage lineage,
            ModelStep step,
            RunLedger ledger,
            FeedDefinitions feeds) {
        this.database = database;
        this.models = models;
        this.lineage = lineage;
        this.step = step;
        this.ledger = ledger;
        this.messageFeeds = feeds.feeds().values().stream()
                .filter(feed -> feed.files().message())
                .map(FeedDefinition::feed)
                .collect(Collectors.toSet());
    }

    /**
     * Applies the next round of a night's landed files.
     *
     * @return whether there was one
     * @throws IllegalStateException when rows of a file are missing from landing or have no decision (RP-02)
     */
    boolean nextRound(Night night) {
        Clocks.set(database, night);
        Optional<String> feed = database.sql(
                        "select feed from engine.file where business_date = :night and state = 'LANDED'"
                                + " order by file_id limit 1")
                .param("night", night.businessDate())
                .query(String.class)
                .optional();
        feed.ifPresent(name -> apply(name, night));
        return feed.isPresent();
    }

    private void apply(String feed, Night night) {
        long start = System.nanoTime();
        String table = feed.replace('-', '_');
        takeRound(feed, night);
        database.sql("truncate landing.decision").update();
        step.run(models.of(STAGE + "/decision/" + table + ".sql"), night);
        requireEveryRowDecided(table);
        database.sql("""
                        insert into engine.line (file_id, line_no, outcome, reason_codes, field)
                        select decision.file_id, decision.line_no, decision.outcome, decision.reason_codes,
                            case when decision.outcome = 'APPLIED_WITH_WARNING'
                                then coalesce(landed.warning_field, decision.field) end
                        from landing.decision as decision
                        inner join landing.%s as landed
                            on landed.file_id = decision.file_id and landed.line_no = decision.line_no
                        where decision.outcome not in ('APPLIED', 'NO_CHANGE')
                        """.formatted(table)).update();
        database.sql("truncate engine.source_in_scope").update();
        database.sql("insert into engine.source_in_scope (record_key)\n"
                        + Models.text(STAGE + "/scope/" + table + ".sql"))
                .update();
        database.sql("select engine.analyse('engine', 'source_in_scope')")
                .query()
                .listOfRows();
        Difference written = Difference.NONE;
        for (SqlModel model : modelsOf("landing." + table)) {
            written = written.plus(step.run(model, night));
        }
        closeFiles();
        ledger.step(night, "apply:" + feed, written, Duration.ofNanos(System.nanoTime() - start));
    }

    /** What COPY took is what lies in landing, and each row of it has one decision (RP-02). */
    private void requireEveryRowDecided(String table) {
        List<String> wrong =
                database.sql("""
                        select file.name || ' (' || file.feed || '): ' || file.rows_landed || ' rows copied, '
                            || coalesce(landed.rows, 0) || ' in landing, ' || coalesce(decided.rows, 0) || ' decided'
                        from engine.file_in_scope as scope
                        inner join engine.file as file on file.file_id = scope.file_id
                        left join (
                            select file_id, count(*) as rows from landing.%s group by file_id
                        ) as landed on landed.file_id = file.file_id
                        left join (
                            select file_id, count(*) as rows from landing.decision group by file_id
                        ) as decided on decided.file_id = file.file_id
                        where (file.rows_landed, file.rows_landed)
                            is distinct from (coalesce(landed.rows, 0), coalesce(decided.rows, 0))
                        order by file.file_id
                        """.formatted(table)).query(String.class).list();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Rows lost or invented between landing and apply: " + wrong + ".");
        }
    }

    /** Messages are single rows ordered by their own time: all of them make one round. */
    private void takeRound(String feed, Night night) {
        database.sql("truncate engine.file_in_scope").update();
        database.sql("""
                        insert into engine.file_in_scope (file_id)
                        select file_id
                        from (
                            select file_id, row_number() over (
                                partition by sender, source_system_code order by file_id) as nth
                            from engine.file
                            where business_date = :night and state = 'LANDED' and feed = :feed
                        ) as waiting
                        where nth = 1 or :message
                        """)
                .param("night", night.businessDate())
                .param("feed", feed)
                .param("message", messageFeeds.contains(feed))
                .update();
    }

    /** The register's models that read this landing table, themselves or through one another. */
    private List<SqlModel> modelsOf(String landing) {
        List<SqlModel> register = new ArrayList<>();
        for (SqlModel model : models.stage(STAGE)) {
            if (!model.schema().equals("landing") && !model.target().equals(KEYS)) {
                register.add(model);
            }
        }
        Set<String> fed = new LinkedHashSet<>(Set.of(landing));
        Set<SqlModel> chosen = new LinkedHashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (SqlModel model : register) {
                // A table that a model only compares itself with does not feed it.
                boolean reads = lineage.reads(model).stream()
                        .anyMatch(table -> fed.contains(table) && !table.equals(model.target()));
                if (reads && chosen.add(model)) {
                    fed.add(model.target());
                    grew = true;
                }
            }
        }
        return lineage.inOrder(List.copyOf(chosen));
    }

    private void closeFiles() {
        database.sql("""
                        update engine.file as file
                        set rows_applied = counted.applied, rows_warned = file.rows_warned + counted.warned,
                            rows_no_change = counted.no_change, rows_stale = counted.stale,
                            rows_duplicate = counted.duplicate, rows_rejected = file.rows_rejected + counted.rejected,
                            rows_skipped = file.rows_skipped + counted.skipped,
                            state = 'APPLIED'
                        from (
                            select
                                scope.file_id,
                                count(*) filter (where decision.outcome = 'APPLIED') as applied,
                                count(*) filter (where decision.outcome = 'APPLIED_WITH_WARNING') as warned,
                                count(*) filter (where decision.outcome = 'NO_CHANGE') as no_change,
                                count(*) filter (where decision.outcome = 'STALE') as stale,
                                count(*) filter (where decision.outcome = 'DUPLICATE') as duplicate,
                                count(*) filter (where decision.outcome = 'SKIPPED') as skipped,
                                count(*) filter (where decision.outcome = 'REJECTED') as rejected
                            from engine.file_in_scope as scope
                            left join landing.decision as decision on decision.file_id = scope.file_id
                            group by scope.file_id
                        ) as counted
                        where counted.file_id = file.file_id
                        """).update();
    }
}
