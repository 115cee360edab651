package muster.nightly;

import muster.engine.Clocks;
import muster.engine.Night;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The role that whoever writes an output switches to. The login user of the embedded server passes every policy of
 * row-level security, so a row of an output is read in no other way.
 */
final class RenderRole {

    private RenderRole() {}

    /**
     * Sees from here to the end of the transaction only what the schema {@code publish} holds for one recipient.
     *
     * @param recipient code of the recipient, as rows and policies have it
     */
    static void enter(JdbcClient database, Night night, String recipient) {
        Clocks.set(database, night);
        database.sql("select set_config('muster.recipient', :code, true)")
                .param("code", recipient)
                .query()
                .singleRow();
        database.sql("set local role muster_render").update();
    }
}
