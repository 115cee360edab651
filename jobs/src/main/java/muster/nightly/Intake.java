package muster.nightly;

import java.util.List;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.feed.inbox.FileIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps from the inbox to the registers. Each may run again in a resumed night and then does what is left. */
@Component
class Intake {

    private final FileIntake files;
    private final JdbcClient database;
    private final Models models;
    private final ModelStep step;
    private final ReferenceSets reference;
    private final ApplyFiles apply;

    Intake(
            FileIntake files,
            JdbcClient database,
            Models models,
            Lineage lineage,
            ModelStep step,
            ReferenceSets reference,
            RunLedger ledger,
            FeedDefinitions feeds) {
        this.files = files;
        this.database = database;
        this.models = models;
        this.step = step;
        this.reference = reference;
        this.apply = new ApplyFiles(database, models, lineage, step, ledger, feeds);
    }

    /** Fixes the night's set of files. */
    void take(Night night) {
        files.take(night);
    }

    /** Lands every file that is not applied yet. */
    void land(Night night) {
        files.landAll(night);
    }

    /** Holds the landed full files that their feeds' history speaks against. */
    void judge(Night night) {
        files.judge(night);
    }

    /** Refreshes the reference tables whose sets came tonight, and closes those files. */
    void reference(Night night) {
        reference.refresh(night);
    }

    /** Gives every source record not met before its key. */
    void keys(Night night) {
        step.run(models.of("register.record"), night);
    }

    /** Applies the next round of landed files; false when none is left. */
    boolean applyNextRound(Night night) {
        return apply.nextRound(night);
    }

    /** Empties landing: all of the night's files are applied and linked. */
    void empty(Night night) {
        List<String> tables = database.sql("select tablename from pg_tables where schemaname = 'landing'"
                        + " and tableowner = 'muster_engine' order by 1")
                .query(String.class)
                .list();
        tables.forEach(
                table -> database.sql("truncate landing.\"" + table + "\"").update());
    }

    /** Puts the files of the night away: archive, quarantine, reports beside what was refused. */
    void archive(Night night) {
        files.settle(night);
    }
}
