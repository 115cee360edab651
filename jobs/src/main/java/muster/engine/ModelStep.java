package muster.engine;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs one model for one night: {@code Refresh} and {@code Append} of {@code design.md}, which the model's header names.
 *
 * <p>It works in the transaction of its caller: clocks, rows and the ledger's line of it stand or fall together. A
 * second run of a finished step changes nothing.
 */
public final class ModelStep {

    private final JdbcClient database;
    private final RunLedger ledger;

    /** Makes the runner over the pool's client. */
    public ModelStep(JdbcClient database, RunLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * Brings the model's table to what its SELECT says at this night.
     *
     * @throws ModelFailedException when the rows break the model's grain
     */
    public Difference run(SqlModel model, Night night) {
        long start = System.nanoTime();
        Clocks.set(database, night);
        Difference difference = new TableWriter(database).write(model);
        ledger.step(night, model.target(), difference, Duration.ofNanos(System.nanoTime() - start));
        return difference;
    }
}
