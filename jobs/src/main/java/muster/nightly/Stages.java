package muster.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.Repoint;
import muster.engine.SqlModel;
import org.springframework.stereotype.Component;

/**
 * The derived tables of each stage as steps, in the order of their lineage: a new model needs no Java.
 *
 * <p>Step names begin with the stage as the run report speaks of it (rulings 8).
 */
@Component
class Stages {

    private static final List<String> LINKED_TABLES = List.of(
            "register.person",
            "register.gp_registration",
            "register.hv_caseload",
            "register.chis_record",
            "register.event",
            "register.school_roll");

    private final Models models;
    private final Lineage lineage;
    private final ModelStep step;
    private final Repoint repoint;

    Stages(Models models, Lineage lineage, ModelStep step, Repoint repoint) {
        this.models = models;
        this.lineage = lineage;
        this.step = step;
        this.repoint = repoint;
    }

    /** Whose record each record is, and the register rows under their child. */
    Map<String, Consumer<Night>> linkage() {
        Map<String, Consumer<Night>> steps = stage("20_identity", "linkage");
        for (String table : LINKED_TABLES) {
            steps.put("linkage.repoint." + table, night -> repoint.run(table, night));
        }
        steps.put("linkage.relinked", repoint::churn);
        return steps;
    }

    Map<String, Consumer<Night>> cohort() {
        return stage("30_cohort", "cohort");
    }

    /** The children whose items can have changed, then their items. */
    Map<String, Consumer<Night>> pathway() {
        return stage("40_pathway", "pathway");
    }

    Map<String, Consumer<Night>> exceptions() {
        return stage("50_exception", "exceptions");
    }

    Map<String, Consumer<Night>> measures() {
        return stage("60_measure", "measures");
    }

    /** Whether a step fills what a crash of the server takes, so that a resumed night has to fill it again. */
    boolean isFilledAgain(String step) {
        return models.all().stream()
                .anyMatch(model -> model.kind() == SqlModel.Kind.SCRATCH && step.equals(model.target()));
    }

    private Map<String, Consumer<Night>> stage(String folder, String stage) {
        Map<String, Consumer<Night>> steps = new LinkedHashMap<>();
        for (SqlModel model : lineage.inOrder(models.stage(folder))) {
            if (!model.isView()) {
                String name = model.schema().equals(stage) ? model.target() : stage + "." + model.target();
                steps.put(name, night -> step.run(model, night));
            }
        }
        return steps;
    }
}
