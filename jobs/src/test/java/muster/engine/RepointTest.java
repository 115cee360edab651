package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record's rows come under the child that the record is linked to, each element for itself. */
class RepointTest {

    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 17);

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void anElementThatIsTheChildsAlreadyStaysWhenAnotherOneComesToIt() {
        database.undone(client -> {
            Night night = new Night(TONIGHT, false, false);
            Clocks.set(client, night);
            new RunLedger(client).begin(night, "test", "test");
            client.sql(
                            "insert into identity.link_history (record_key, feed, child_key, method, decision, number_contradicted,"
                                    + " superseded_number_sent, nights)"
                                    + " values (1, 'hv-contact', 7, 'SOURCE_HISTORY', 'LINKED', false, false,"
                                    + " daterange('2026-11-16', null))")
                    .update();
            event(client, "", 7L, "2026-11-16");
            event(client, "WEIGHT", null, "2026-11-17");

            new Repoint(client, new RunLedger(client)).run("register.event", night);

            assertThat(client.sql("select element || ' ' || child_key || ' ' || nights from register.event_history"
                                    + " order by element")
                            .query(String.class)
                            .list())
                    .containsExactly(" 7 [2026-11-16,)", "WEIGHT 7 [2026-11-17,)");
        });
    }

    private static void event(JdbcClient client, String element, Long child, String since) {
        client.sql("""
                        insert into register.event_history (record_key, element, child_key, kind, event_date,
                            event_date_precision, withdrawn, row_hash, file_id, line_no, nights)
                        values (1, :element, :child, 'HVRV', '2026-11-10', 'D', false, gen_random_uuid(), 1, 1,
                            daterange(cast(:since as date), null))
                        """)
                .param("element", element)
                .param("child", child, java.sql.Types.BIGINT)
                .param("since", since)
                .update();
    }
}
