package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import muster.engine.Lineage;
import muster.engine.Models;
import muster.engine.SqlModel;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.Test;

/** Stages meet only in tables, and data flows one way: a model reads its own stage and earlier ones. */
class StageOrderTest {

    private static final List<String> STAGES =
            List.of("register", "identity", "cohort", "pathway", "exception", "measure", "publish");
    private static final List<String> READS_LANDING = List.of("10_register", "reference");

    private final TestDatabase database = TestDatabase.shared();
    private final Models models = Models.load();
    private final Lineage lineage = Lineage.of(models, database.client(), database.transaction());

    @Test
    void noModelReadsALaterStage() {
        List<String> wrong = new ArrayList<>();
        for (SqlModel model : models.all()) {
            int own = STAGES.indexOf(schemaOf(model.target()));
            for (String read : lineage.reads(model)) {
                if (own >= 0 && STAGES.indexOf(schemaOf(read)) > own) {
                    wrong.add(model.target() + " reads " + read);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void landingIsReadByTheRegistersAndTheReferenceSetsAlone() {
        List<String> wrong = new ArrayList<>();
        for (SqlModel model : models.all()) {
            for (String read : lineage.reads(model)) {
                if (schemaOf(read).equals("landing") && !READS_LANDING.contains(model.stage())) {
                    wrong.add(model.target() + " reads " + read);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTableThatAModelFillsStandsInTheSchemaOfItsStage() {
        assertThat(models.all()).allSatisfy(model -> assertThat(model.stage())
                .as(model.path())
                .satisfiesAnyOf(
                        stage -> assertThat(stage).endsWith("_" + model.schema()),
                        stage -> assertThat(stage).isEqualTo(model.schema()),
                        stage -> assertThat(model.target()).isEqualTo("landing.decision")));
    }

    private static String schemaOf(String table) {
        return table.substring(0, table.indexOf('.'));
    }
}
