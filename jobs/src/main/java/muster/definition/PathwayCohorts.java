package muster.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks whose the rules of one item are: they share no birth date, unless one asks for what the other excludes, and
 * leave none without a rule between them, unless only eligible children have the item at either side of the gap.
 */
final class PathwayCohorts {

    private final YamlDocument document;
    private final String at;
    private final List<PathwayRule> rules;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private PathwayCohorts(YamlDocument document, String at, List<PathwayRule> rules) {
        this.document = document;
        this.at = at;
        this.rules = rules;
    }

    static List<DefinitionProblem> check(YamlDocument document, String at, PathwayItem item) {
        PathwayCohorts cohorts = new PathwayCohorts(document, at, item.rules());
        item.rules().forEach(cohorts::inOrder);
        if (cohorts.problems.isEmpty()) {
            cohorts.overlaps();
            cohorts.gaps();
        }
        return cohorts.problems;
    }

    private void inOrder(PathwayRule rule) {
        if (to(rule).isBefore(from(rule))) {
            say(rule, "/born_to", "The last birth date lies before the first.", "Exchange them.");
        }
        boolean both = rule.effectiveFrom() != null && rule.effectiveTo() != null;
        if (both && rule.effectiveTo().isBefore(rule.effectiveFrom())) {
            say(rule, "/effective_to", "The rule ends before it begins.", "Exchange the dates.");
        }
    }

    private void overlaps() {
        for (int i = 1; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                PathwayRule rule = rules.get(i);
                PathwayRule other = rules.get(j);
                boolean apart = from(rule).isAfter(to(other)) || from(other).isAfter(to(rule));
                if (!apart && !exclude(rule, other) && !exclude(other, rule)) {
                    say(
                            rule,
                            "/rule",
                            rule.rule() + " shares birth dates with " + other.rule() + " of the same item.",
                            "Let one end the day before the next begins, or let one ask for what the other excludes.");
                }
            }
        }
    }

    private static boolean exclude(PathwayRule one, PathwayRule other) {
        return one.eligible() != null && one.eligible().equals(other.unless());
    }

    private void gaps() {
        List<PathwayRule> ordered = rules.stream()
                .sorted(Comparator.comparing(PathwayCohorts::from))
                .toList();
        PathwayRule furthest = ordered.get(0);
        for (PathwayRule rule : ordered.subList(1, ordered.size())) {
            boolean gap = to(furthest).isBefore(LocalDate.MAX)
                    && from(rule).isAfter(to(furthest).plusDays(1));
            if (gap && rule.eligible() == null && furthest.eligible() == null) {
                say(
                        rule,
                        "/born_from",
                        rule.rule() + " leaves birth dates without a rule after " + furthest.rule()
                                + " of the same item.",
                        "Let one rule end the day before the next begins.");
            }
            furthest = to(rule).isAfter(to(furthest)) ? rule : furthest;
        }
    }

    private static LocalDate from(PathwayRule rule) {
        return rule.bornFrom() == null ? LocalDate.MIN : rule.bornFrom();
    }

    private static LocalDate to(PathwayRule rule) {
        return rule.bornTo() == null ? LocalDate.MAX : rule.bornTo();
    }

    private void say(PathwayRule rule, String key, String what, String mend) {
        problems.add(document.problem(at + "/rules/" + rules.indexOf(rule) + key, what, mend));
    }
}
