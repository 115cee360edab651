package muster.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import muster.definition.MeasureDefinition.Anchor;
import muster.definition.MeasureScreening.DeathRule;
import muster.definition.MeasureScreening.Model;
import muster.definition.MeasureScreening.Screen;

/** Checks that a measure of newborn screening names only known conditions and statuses, and that its parts fit together. */
final class ScreeningReferences {

    private static final Set<Anchor> ANCHORS = EnumSet.of(Anchor.BORN_IN_PERIOD, Anchor.MOVED_IN_IN_PERIOD);

    private final Definitions definitions;
    private final YamlDocument document;
    private final MeasureDefinition measure;
    private final MeasureScreening screening;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    ScreeningReferences(Definitions definitions, YamlDocument document, MeasureDefinition measure) {
        this.definitions = definitions;
        this.document = document;
        this.measure = measure;
        this.screening = measure.screening();
    }

    List<DefinitionProblem> check() {
        cohort();
        condition();
        limits();
        death();
        return problems;
    }

    private void cohort() {
        Anchor anchor = measure.cohort().anchor();
        if (!ANCHORS.contains(anchor)) {
            say(
                    "/cohort/anchor",
                    "A screening measure counts who was born or came in the period.",
                    "Use such an anchor.");
        }
        if (anchor == Anchor.MOVED_IN_IN_PERIOD && screening.screen() != Screen.BLOOD_SPOT) {
            say("/cohort/anchor", "Only the blood spot is counted for who moved in.", "Use BORN_IN_PERIOD.");
        }
        if ((anchor == Anchor.MOVED_IN_IN_PERIOD) != (measure.cohort().beforeAge() != null)) {
            say("/cohort", "The age at a move has an upper limit, birth has none.", "Add or remove before_age.");
        }
        if (measure.areas().size() != 1) {
            say("/areas", "A baby counts under one view of the population.", "Keep one attribution.");
        }
    }

    private void condition() {
        boolean spot = screening.screen() == Screen.BLOOD_SPOT;
        if (spot != (screening.condition() != null)
                || spot == screening.conclusive().isEmpty()) {
            say(
                    "/screening",
                    "A blood spot measure names a condition and its conclusive statuses; others name none.",
                    "Add or remove them.");
            return;
        }
        if (spot && !definitions.codeList("blood_spot_condition").values("code").contains(screening.condition())) {
            say(
                    "/screening/condition",
                    "It is no condition of the blood spot.",
                    "Use a code of codes/blood_spot_condition.csv.");
        }
        List<String> statuses = definitions.codeList("blood_spot_status").values("code");
        for (int i = 0; i < screening.conclusive().size(); i++) {
            if (!statuses.contains(screening.conclusive().get(i))) {
                say("/screening/conclusive/" + i, "It is no status.", "Use a code of codes/blood_spot_status.csv.");
            }
        }
    }

    private void limits() {
        List<Model> named =
                screening.limits().stream().map(MeasureScreening.Limit::model).toList();
        boolean complete = screening.models() == null
                ? named.size() == 1 && named.get(0) == null
                : named.stream()
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())
                                .equals(EnumSet.allOf(Model.class))
                        && named.size() == Model.values().length;
        if (!complete) {
            say(
                    "/screening/limits",
                    "There is one limit for all, or with models one for each.",
                    "Add what is missing, remove what is double.");
        }
        if (screening.models() != null) {
            problems.addAll(Unique.values(document, "/screening/models/providers", "provider"));
        }
    }

    private void death() {
        boolean byAge = screening.death().takesOut() == DeathRule.BEFORE_AGE;
        if (byAge != (screening.death().age() != null)) {
            say("/screening/death", "BEFORE_AGE has an age, other rules have none.", "Add or remove age.");
        }
    }

    private void say(String pointer, String what, String mend) {
        problems.add(document.problem(pointer, what, mend));
    }
}
