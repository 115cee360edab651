package muster.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.RunLedger;
import muster.linkage.LinkageEstimation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code linkage-model}: the weights of linkage estimated anew from what an installation holds. */
@Component
public class LinkageModel {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;
    private final Definitions definitions;

    LinkageModel(JdbcClient database, TransactionTemplate transaction, RunLedger ledger, Definitions definitions) {
        this.database = database;
        this.transaction = transaction;
        this.ledger = ledger;
        this.definitions = definitions;
    }

    /**
     * Estimates from the records of the last night and writes the two files of {@code config/linkage}.
     *
     * @return what was done, in one line
     * @throws IllegalStateException when there is no night yet, or nothing to estimate from
     */
    public String estimate(Path out, long seed) {
        LocalDate night =
                ledger.lastPublished().orElseThrow(() -> new IllegalStateException("no night has been completed yet"));
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Clocks.set(database, night, night, false);
            try {
                long pairs = new LinkageEstimation(database, definitions)
                        .write(out, night, seed, "the records held by this installation");
                return "Estimated from " + pairs + " pairs as known on " + night
                        + ". Read the two files, then lay them into config/linkage of the home folder.";
            } catch (IOException e) {
                throw new UncheckedIOException("the linkage model could not be written", e);
            }
        });
    }
}
