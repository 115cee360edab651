package muster.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks the vaccination schedule: known programmes and roles, and rules of one slot that share no birth date. */
final class ScheduleReferences {

    private final Definitions definitions;
    private final YamlDocument document;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    ScheduleReferences(Definitions definitions, YamlDocument document) {
        this.definitions = definitions;
        this.document = document;
    }

    List<DefinitionProblem> check() {
        List<String> programmes = definitions.codeList("programme").values("code");
        List<String> roles = definitions.codeList("owner_role").values("code");
        for (VaccinationSlot slot : definitions.slots()) {
            slot.programmes().stream().filter(p -> !programmes.contains(p)).forEach(p -> say(slot, "/programmes", p));
            slot.intervalFrom().stream()
                    .filter(p -> !programmes.contains(p))
                    .forEach(p -> say(slot, "/interval_from", p));
            if (!roles.contains(slot.responsible())) {
                say(slot, "/responsible", slot.responsible());
            }
        }
        Map<String, List<VaccinationSlot>> bySlot =
                definitions.slots().stream().collect(Collectors.groupingBy(VaccinationSlot::slot));
        bySlot.values().forEach(this::ranges);
        problems.addAll(Unique.values(document, "/slots", "rule"));
        return problems;
    }

    private void ranges(List<VaccinationSlot> rules) {
        List<VaccinationSlot> ordered = rules.stream()
                .sorted(Comparator.comparing(ScheduleReferences::from))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            VaccinationSlot rule = ordered.get(i);
            if (to(rule).isBefore(from(rule))) {
                say(rule, "/born_to", "The last birth date lies before the first.", "Exchange them.");
            }
            if (i > 0) {
                LocalDate expected = to(ordered.get(i - 1)).equals(LocalDate.MAX)
                        ? LocalDate.MAX
                        : to(ordered.get(i - 1)).plusDays(1);
                String other = ordered.get(i - 1).rule();
                if (from(rule).isBefore(expected)) {
                    say(
                            rule,
                            "/born_from",
                            "Shares birth dates with " + other + " of the same slot.",
                            "Let one rule end the day before the next begins.");
                } else if (from(rule).isAfter(expected)) {
                    say(
                            rule,
                            "/born_from",
                            "Leaves birth dates without a rule after " + other + " of the same slot.",
                            "Let one rule end the day before the next begins.");
                }
            }
        }
    }

    private static LocalDate from(VaccinationSlot slot) {
        return slot.bornFrom() == null ? LocalDate.MIN : slot.bornFrom();
    }

    private static LocalDate to(VaccinationSlot slot) {
        return slot.bornTo() == null ? LocalDate.MAX : slot.bornTo();
    }

    private void say(VaccinationSlot slot, String key, String value) {
        say(slot, key, "'" + value + "' is unknown.", "Use a code of config/codes.");
    }

    private void say(VaccinationSlot slot, String key, String what, String mend) {
        problems.add(document.problem("/slots/" + definitions.slots().indexOf(slot) + key, what, mend));
    }
}
