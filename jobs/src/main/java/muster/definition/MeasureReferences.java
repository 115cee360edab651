package muster.definition;

import java.util.ArrayList;
import java.util.List;

/** Checks that a measure names only known programmes and breakdowns, and that its parts fit together. */
final class MeasureReferences {

    private final Definitions definitions;
    private final YamlDocument document;
    private final MeasureDefinition measure;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    MeasureReferences(Definitions definitions, YamlDocument document) {
        this.definitions = definitions;
        this.document = document;
        this.measure = definitions.measures().stream()
                .filter(m -> m.id().equals(document.root().path("id").asText()))
                .findFirst()
                .orElseThrow();
    }

    List<DefinitionProblem> check() {
        if (measure.doses() != null) {
            doses(measure.doses());
        }
        if (measure.custody() != null
                && !measure.custody().counted().containsAll(measure.custody().underCare())) {
            say("/custody/under_care", "A state in the numerator is not in the denominator.", "Add it to counted.");
        }
        boolean bandless =
                measure.breakdown() == null || definitions.codeLists().containsKey(measure.breakdown());
        if (!bandless) {
            say("/breakdown", "'" + measure.breakdown() + "' is no code list.", "Name a list of config/codes.");
        }
        boolean birthday = measure.cohort().anchor() == MeasureDefinition.Anchor.BIRTHDAY_IN_PERIOD;
        if (birthday != (measure.cohort().age() != null)) {
            say("/cohort", "A birthday measure has an age; one at period end has none.", "Add or remove age.");
        }
        if (measure.screening() != null) {
            problems.addAll(new ScreeningReferences(definitions, document, measure).check());
        }
        order();
        return problems;
    }

    private void doses(MeasureDefinition.Doses doses) {
        List<String> programmes = definitions.codeList("programme").values("code");
        for (int i = 0; i < doses.programmes().size(); i++) {
            if (!programmes.contains(doses.programmes().get(i))) {
                say(
                        "/doses/programmes/" + i,
                        "'" + doses.programmes().get(i) + "' is no programme.",
                        "Use a code of codes/programme.csv.");
            }
        }
        problems.addAll(Unique.values(document, "/doses/required", "dose"));
    }

    private void order() {
        MeasureDefinition.Cohort cohort = measure.cohort();
        if (cohort.bornFrom() != null
                && cohort.bornTo() != null
                && cohort.bornTo().isBefore(cohort.bornFrom())) {
            say("/cohort/born_to", "The last birth date lies before the first.", "Exchange them.");
        }
        if (measure.effectiveTo() != null && measure.effectiveTo().isBefore(measure.effectiveFrom())) {
            say("/effective_to", "The version ends before it begins.", "Correct one of the dates.");
        }
        Integer acceptable = measure.acceptablePermille();
        Integer achievable = measure.achievablePermille();
        boolean inOrder = acceptable == null
                || achievable == null
                || measure.higherIsBetter() == (acceptable <= achievable)
                || acceptable.equals(achievable);
        if (!inOrder) {
            say(
                    "/achievable_permille",
                    "The achievable threshold is easier than the acceptable one.",
                    "Exchange them.");
        }
    }

    private void say(String pointer, String what, String mend) {
        problems.add(document.problem(pointer, what, mend));
    }
}
