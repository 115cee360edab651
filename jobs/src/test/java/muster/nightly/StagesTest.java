package muster.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Repoint;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which steps a resumed night does again: those, and only those, whose tables a crash of the server empties. */
class StagesTest {

    private final Models models = Models.load();
    private final JdbcClient database = TestDatabase.shared().client();
    private final Stages stages = new Stages(
            models,
            Lineage.of(models, database, TestDatabase.shared().transaction()),
            new ModelStep(database, new RunLedger(database)),
            new Repoint(database, new RunLedger(database)));

    @Test
    void whatTheServerLosesIsFilledAgain() {
        List<String> lost = database.sql(
                        "select n.nspname || '.' || c.relname from pg_class as c"
                                + " inner join pg_namespace as n on n.oid = c.relnamespace"
                                + " where c.relkind = 'r' and c.relpersistence = 'u' and n.nspname not in ('landing', 'next', 'engine')")
                .query(String.class)
                .list();
        assertThat(lost)
                .isNotEmpty()
                .allMatch(stages::isFilledAgain)
                .containsExactlyInAnyOrderElementsOf(models.all().stream()
                        .filter(model -> model.kind() == SqlModel.Kind.SCRATCH)
                        .map(SqlModel::target)
                        .toList());
        assertThat(stages.pathway()).containsKeys(lost.toArray(String[]::new));
    }

    @Test
    void whatIsKeptIsNotDoneAgain() {
        assertThat(stages.isFilledAgain("pathway.fact")).isFalse();
    }
}
