package muster.nightly;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import muster.definition.DefinitionStore;
import muster.definition.Definitions;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.publish.run.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Launches the night of a business date: one at a time anywhere, forward only, resuming what was stopped.
 *
 * <p>One advisory lock, on a connection kept for the whole run, stands round every launch, restart and recovery; only
 * under it is an execution without an end taken for dead and recovered ({@code reliability.md} RP-08, RP-09).
 */
@Component
public class NightlyRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRunner.class);
    private static final String CODE_VERSION = "0.1.0";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int LOOK = 3;
    private static final int LOCKED = 4;

    /** How a launch ended: the exit code of {@code contract.md} section 1. */
    public record Result(int exitCode) {}

    private final Job nightly;
    private final JobOperator operator;
    private final JobRepository jobs;
    private final DataSource dataSource;
    private final JdbcOperations jdbc;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;
    private final Definitions definitions;
    private final RunReports reports;
    private final Home home;

    NightlyRunner(
            Job nightly,
            JobOperator operator,
            JobRepository jobs,
            DataSource dataSource,
            JdbcOperations jdbc,
            TransactionTemplate transaction,
            RunLedger ledger,
            Definitions definitions,
            RunReports reports,
            Home home) {
        this.nightly = nightly;
        this.operator = operator;
        this.jobs = jobs;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ledger = ledger;
        this.definitions = definitions;
        this.reports = reports;
        this.home = home;
    }

    /** Runs or resumes the night of a date. */
    public Result run(LocalDate date, boolean baseline, boolean full) {
        try (Connection guard = dataSource.getConnection()) {
            if (!alone(guard)) {
                LOG.error("Another run holds the lock of this database. Wait until it has ended.");
                return new Result(LOCKED);
            }
            return runAlone(new Night(date, baseline, full));
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the night could not be asked for", e);
        }
    }

    private static boolean alone(Connection guard) throws SQLException {
        try (PreparedStatement lock =
                        guard.prepareStatement("select pg_try_advisory_lock(hashtext('muster.nightly'))");
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Result runAlone(Night asked) {
        LocalDate date = asked.businessDate();
        Optional<LocalDate> last = ledger.lastPublished();
        if (last.isPresent() && !ended(last.get())) {
            // Published, but killed before its files were put away: else they would be taken again.
            Result rest = launched(ledger.find(last.get()).orElseThrow().night());
            if (rest.exitCode() == FAILED || date.equals(last.get())) {
                return rest;
            }
        }
        Optional<RunLedger.Entry> held = ledger.find(date);
        if (held.isPresent() && held.get().published()) {
            LOG.info("The night of {} is completed: nothing was changed.{}", date, reports.waitingFiles());
            return new Result(DONE);
        }
        if (last.isPresent() && date.isBefore(last.get())) {
            LOG.error("The night of {} lies before the last completed one, {}. Nights run forward.", date, last.get());
            return new Result(WRONG);
        }
        Optional<LocalDate> unfinished = ledger.unfinished();
        if (unfinished.isPresent() && !unfinished.get().equals(date)) {
            LOG.error("The night of {} is unfinished. Run it again first: it resumes.", unfinished.get());
            return new Result(WRONG);
        }
        begin(asked);
        return launched(ledger.find(date).orElseThrow().night());
    }

    private void begin(Night night) {
        transaction.executeWithoutResult(status -> {
            DefinitionStore.save(jdbc, definitions, night.businessDate());
            ledger.begin(night, CODE_VERSION, definitions.hash());
        });
    }

    /** Whether the job of a night did its last step: a night is published before its files are put away. */
    private boolean ended(LocalDate date) {
        JobExecution latest = jobs.getLastJobExecution(NightlyJob.NAME, parameters(date));
        return latest == null || latest.getStatus() == BatchStatus.COMPLETED;
    }

    private static JobParameters parameters(LocalDate date) {
        return new JobParametersBuilder()
                .addLocalDate(NightlyJob.BUSINESS_DATE, date)
                .toJobParameters();
    }

    private Result launched(Night night) {
        try {
            for (JobExecution dead : jobs.findRunningJobExecutions(NightlyJob.NAME)) {
                LOG.info("A run that was killed is taken up again.");
                operator.recover(dead);
            }
            LOG.info("Night of {}", night.businessDate());
            JobExecution execution = operator.start(nightly, parameters(night.businessDate()));
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                return new Result(FAILED);
            }
        } catch (Exception e) {
            LOG.error("The night could not be launched: {}", Faults.safeText(e));
            return new Result(FAILED);
        }
        return completed(night);
    }

    private Result completed(Night night) {
        Verdict verdict = reports.verdict(night);
        LOG.info(
                "{}. Lists and report: {}",
                verdict.words(),
                home.outbox().resolve(night.businessDate().toString()));
        return new Result(verdict == Verdict.COMPLETED ? DONE : LOOK);
    }
}
