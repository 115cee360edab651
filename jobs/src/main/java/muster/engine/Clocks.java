package muster.engine;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets the two clocks of the running transaction: the date rules are evaluated at and the night whose knowledge is read.
 *
 * <p>To re-make a past figure is to set them to a past night, nothing else ({@code design.md}).
 */
public final class Clocks {

    private Clocks() {}

    /** Sets both clocks to the night being made. */
    public static void set(JdbcClient database, Night night) {
        set(database, night.businessDate(), night.businessDate(), night.baseline());
    }

    /** Sets the clocks to read what was known at one night, with rules evaluated at another date. */
    public static void set(JdbcClient database, LocalDate businessDate, LocalDate knownAt, boolean baseline) {
        database.sql("""
                        select set_config('muster.business_date', :business, true),
                               set_config('muster.known_at', :known, true),
                               set_config('muster.baseline', :baseline, true)
                        """)
                .param("business", businessDate.toString())
                .param("known", knownAt.toString())
                .param("baseline", Boolean.toString(baseline))
                .query()
                .singleRow();
    }
}
