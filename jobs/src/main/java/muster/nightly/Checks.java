package muster.nightly;

import java.util.List;
import muster.engine.Clocks;
import muster.engine.Models;
import muster.engine.Night;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold after each stage; a night that breaks it stops and publishes nothing. */
@Component
class Checks {

    private static final int AGENCIES = 3;

    /** How many children are known, and how many the cohort accounts for. */
    record Conservation(long in, long accounted, long lost, long custodies) {
        boolean holds() {
            return in == accounted && lost == 0 && custodies == AGENCIES * accounted;
        }
    }

    private final JdbcClient database;

    Checks(JdbcClient database) {
        this.database = database;
    }

    /**
     * Every child in is accounted for.
     *
     * @throws IllegalStateException when one is not
     */
    void conservation(Night night) {
        Conservation found = counted(night);
        if (!found.holds()) {
            throw new IllegalStateException("Conservation of children is broken: " + found.in() + " known, "
                    + found.accounted() + " accounted for, " + found.lost() + " lost since an earlier night.");
        }
    }

    /**
     * Every line read has one outcome, and the ledger knows it (RP-02).
     *
     * @throws IllegalStateException with the files and sums that disagree
     */
    void closing(Night night) {
        Clocks.set(database, night);
        List<String> wrong = database.sql(Models.text("10_register/check/closing.sql"))
                .query((row, n) -> row.getString("name") + " (" + row.getString("feed") + "): " + row.getString("what")
                        + " " + row.getLong("counted") + ", expected " + row.getLong("expected"))
                .list();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The closing check of intake failed: " + String.join("; ", wrong) + ".");
        }
    }

    /** The figures behind the check, as known at the night. */
    Conservation counted(Night night) {
        Clocks.set(database, night);
        return database.sql(Models.text("30_cohort/check/conservation.sql"))
                .query((row, n) -> new Conservation(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }
}
