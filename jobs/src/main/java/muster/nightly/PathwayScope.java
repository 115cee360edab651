package muster.nightly;

import muster.engine.Clocks;
import muster.engine.Models;
import muster.engine.Night;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the children whose pathway is evaluated tonight: those who can have changed, or everyone.
 *
 * <p>A resumed night asks again, since the list does not survive a crash of the server, and finds the same children.
 */
@Component
class PathwayScope {

    private static final String CHILDREN = "40_pathway/scope/child.sql";

    private final JdbcClient database;

    PathwayScope(JdbcClient database) {
        this.database = database;
    }

    /** Fills {@code engine.child_in_scope} for the night, in the transaction of its caller. */
    void find(Night night) {
        Clocks.set(database, night);
        database.sql("truncate engine.child_in_scope").update();
        database.sql("insert into engine.child_in_scope (child_key)\n" + Models.text(CHILDREN))
                .update();
        database.sql("select engine.analyse('engine', 'child_in_scope')")
                .query()
                .listOfRows();
    }
}
