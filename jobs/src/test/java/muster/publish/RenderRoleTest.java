package muster.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the role that writes lists may see: the rows of the one recipient of its transaction, in the schema publish. */
class RenderRoleTest {

    private static final String TWO_RECIPIENTS = """
            insert into publish.worklist_row_history (
                recipient_code, exception_id, case_number, baseline, restricted, severity, action_by_date, raised_date,
                type_code, missing_name, reason, increment_no, escalation_level, nights)
            select recipient, engine.uuid_v5(recipient || n), n, false, false, 2, date '2026-12-01', date '2026-11-17',
                'FS-101', 'GP registration', 'No practice.', 1, 0, daterange(date '2026-11-17', null)
            from (values ('RXA'), ('RXB')) as recipients (recipient)
            cross join generate_series(1, 2) as n
            """;

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void SG02_aListHoldsItsRecipientsRowsAlone() {
        database.undone(client -> {
            asRenderer(client, "RXA");
            assertThat(recipients(client)).containsExactly("RXA", "RXA");
            set(client, "muster.recipient", "RXB");
            assertThat(recipients(client)).containsExactly("RXB", "RXB");
        });
    }

    @Test
    void SG02_withoutARecipientThereAreNoRows() {
        database.undone(client -> {
            asRenderer(client, "");
            assertThat(recipients(client)).isEmpty();
        });
    }

    @Test
    void SG04_theRenderRoleSeesNothingElse() {
        database.undone(
                client -> assertThat(client.sql("""
                                select namespace.nspname || '.' || relation.relname
                                from pg_class as relation
                                inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
                                where relation.relkind in ('r', 'p', 'v')
                                    and namespace.nspname not in ('pg_catalog', 'information_schema')
                                    and namespace.nspname <> 'publish'
                                    and has_table_privilege('muster_render', relation.oid, 'select, insert, update, delete')
                                """).query(String.class).list()).isEmpty());
    }

    @Test
    void SG02_aPracticeListHoldsItsRecipientsRowsAlone() {
        database.undone(client -> {
            client.sql("""
                            insert into publish.list_row_history (
                                output_id, recipient_code, row_id, child_key, baseline, daily, is_item, nights)
                            select 'gp-list', recipient, 'a', 1, false, false, false, daterange(date '2026-11-17', null)
                            from (values ('A81001'), ('A81002')) as recipients (recipient)
                            """).update();
            asRenderer(client, "A81001");
            assertThat(client.sql("select recipient_code from publish.list_row")
                            .query(String.class)
                            .list())
                    .containsExactly("A81001");
        });
    }

    private static void asRenderer(JdbcClient client, String recipient) {
        client.sql(TWO_RECIPIENTS).update();
        set(client, "muster.known_at", "2026-11-17");
        set(client, "muster.recipient", recipient);
        client.sql("set local role muster_render").update();
    }

    private static void set(JdbcClient client, String name, String value) {
        client.sql("select set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query()
                .singleRow();
    }

    private static List<String> recipients(JdbcClient client) {
        return client.sql("select recipient_code from publish.worklist_row order by 1")
                .query(String.class)
                .list();
    }
}
