package muster.nightly;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.SqlModel;
import muster.feed.Reason;
import muster.feed.landing.LandingTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refreshes the reference tables whose sets came tonight. A file that would close too many of the open rows is held and
 * the last good picture stays (feeds 10.6); a table without rows, as before a first load, is filled by anything.
 */
@Component
class ReferenceSets {

    private static final int HUNDRED = 100;

    private final JdbcClient database;
    private final Models models;
    private final Lineage lineage;
    private final ModelStep step;
    private final FeedDefinitions definitions;

    ReferenceSets(JdbcClient database, Models models, Lineage lineage, ModelStep step, FeedDefinitions definitions) {
        this.database = database;
        this.models = models;
        this.lineage = lineage;
        this.step = step;
        this.definitions = definitions;
    }

    /** Refreshes the tables and closes the files, in the transaction of the caller. */
    void refresh(Night night) {
        Set<String> refused;
        do {
            database.sql("savepoint before_reference").update();
            refused = refreshed(night);
            if (!refused.isEmpty()) {
                database.sql("rollback to savepoint before_reference").update();
                refused.forEach(table -> hold(table, night));
            }
        } while (!refused.isEmpty());
        definitions.references().values().forEach(set -> close(set, night));
    }

    /** Runs the models that read what came; gives the landing tables of those that close too much. */
    private Set<String> refreshed(Night night) {
        Set<String> refused = new LinkedHashSet<>();
        for (SqlModel model : lineage.inOrder(models.stage("reference"))) {
            Set<String> read = lineage.reads(model).stream()
                    .filter(table -> table.startsWith("landing.") && holdsRows(table))
                    .collect(Collectors.toSet());
            if (!read.isEmpty()) {
                step.run(model, night);
                if (closesTooMuch(model, night)) {
                    refused.addAll(guarded(read, night));
                }
            }
        }
        return refused;
    }

    private boolean holdsRows(String table) {
        return Boolean.TRUE.equals(database.sql("select exists (select from " + table + ")")
                .query(Boolean.class)
                .single());
    }

    /** Rows of the last night that no row of the same grain stands for now, against the bound. */
    private boolean closesTooMuch(SqlModel model, Night night) {
        String sameGrain = model.grain().stream()
                .map(column -> "held." + column + " = earlier." + column)
                .collect(Collectors.joining(" and "));
        return database.sql("""
                        select count(*) filter (where gone) * %d > count(*) * cast(:percent as bigint)
                        from (
                            select not exists (select from %2$s as held where %3$s) as gone
                            from %2$s_history as earlier
                            where lower(earlier.nights) < :night
                                and (upper_inf(earlier.nights) or upper(earlier.nights) = :night)
                        ) as earlier
                        """.formatted(HUNDRED, model.target(), sameGrain))
                .param("percent", definitions.settings().referenceClosePercent())
                .param("night", night.businessDate())
                .query(Boolean.class)
                .single();
    }

    /** Of these landing tables those whose files no person has let through. */
    private Set<String> guarded(Set<String> tables, Night night) {
        return tables.stream()
                .filter(table -> Boolean.TRUE.equals(database.sql("select exists (select from " + table
                                + " as landed inner join engine.file as file on file.file_id = landed.file_id"
                                + " where file.business_date = :night and not file.released)")
                        .param("night", night.businessDate())
                        .query(Boolean.class)
                        .single()))
                .collect(Collectors.toSet());
    }

    private void hold(String table, Night night) {
        database.sql("""
                        delete from engine.line as line using %s as landed, engine.file as file
                        where landed.file_id = line.file_id and file.file_id = line.file_id and not file.released
                        """.formatted(table)).update();
        database.sql("""
                        update engine.file as file
                        set state = 'HELD', reason_code = :reason, note = :note, rows_read = 0, rows_landed = 0,
                            rows_skipped = 0, rows_rejected = 0, advances = false
                        where file.business_date = :night and file.state = 'LANDED' and not file.released
                            and file.file_id in (select file_id from %s)
                        """.formatted(table))
                .param("reason", Reason.POPULATION_DROP.name())
                .param(
                        "note",
                        "It would close more than " + definitions.settings().referenceClosePercent()
                                + "% of the open rows.")
                .param("night", night.businessDate())
                .update();
        database.sql("delete from " + table + " as landed using engine.file as file"
                        + " where file.file_id = landed.file_id and file.state = 'HELD'")
                .update();
    }

    private void close(FeedDefinition set, Night night) {
        database.sql("""
                        insert into engine.line (file_id, line_no, outcome, reason_codes, field)
                        select landed.file_id, landed.line_no, 'APPLIED_WITH_WARNING', landed.warnings,
                            landed.warning_field
                        from %s as landed
                        inner join engine.file as file on file.file_id = landed.file_id and file.state = 'LANDED'
                        where cardinality(landed.warnings) > 0
                        """.formatted(LandingTable.name(set))).update();
        List<String> lost = database
                .sql("""
                        with counted as (
                            select file.file_id, count(landed.file_id) as rows,
                                count(*) filter (where cardinality(landed.warnings) > 0) as warned
                            from engine.file as file
                            left join %s as landed on landed.file_id = file.file_id
                            where file.business_date = :night and file.feed = 'reference' and file.sender = :set
                                and file.state = 'LANDED'
                            group by file.file_id
                        )
                        update engine.file as file
                        set state = 'APPLIED', rows_applied = counted.rows - counted.warned, rows_warned = counted.warned
                        from counted
                        where counted.file_id = file.file_id
                        returning case when file.rows_landed <> counted.rows then file.name end
                        """.formatted(LandingTable.name(set)))
                .param("night", night.businessDate())
                .param("set", set.feed())
                .query((row, n) -> row.getString(1) == null ? "" : row.getString(1))
                .list()
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
        if (!lost.isEmpty()) {
            throw new IllegalStateException("Rows of reference files are missing from landing: " + lost + ".");
        }
    }
}
