package muster.nightly;

import java.util.List;
import muster.engine.Clocks;
import muster.engine.Night;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The Child Health Information Services that get lists: those of service.yaml, else all that are commissioned. */
@Component
class ServedChis {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ServedChis(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * One service.
     *
     * @param code ODS code
     * @param name as the reference sets have it; the code where they have none
     */
    record Recipient(String code, String name) {}

    List<Recipient> all(Night night) {
        return transaction.execute(status -> {
            Clocks.set(database, night);
            return database.sql("""
                            select
                                served.organisation_code,
                                coalesce(max(organisation.name), max(commission.organisation_name), served.organisation_code)
                            from cohort.served_chis as served
                            left join reference.organisation as organisation
                                on organisation.organisation_code = served.organisation_code
                            left join reference.commission as commission
                                on commission.organisation_code = served.organisation_code
                            group by served.organisation_code
                            order by served.organisation_code collate "C"
                            """)
                    .query((row, n) -> new Recipient(row.getString(1), row.getString(2)))
                    .list();
        });
    }
}
