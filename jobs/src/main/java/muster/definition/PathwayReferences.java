package muster.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.definition.PathwayLimit.Anchor;
import muster.definition.PathwayRule.Limit;

/**
 * Checks the pathway: codes and ids that stand once, roles, courses and eligibilities that exist, and days of a rule that
 * follow one another. Whose the rules are is checked by {@link PathwayCohorts}.
 */
final class PathwayReferences {

    private static final String FIRST_MONTH = "academic_year_first_month";

    /** Ends of months, a leap day and both sides of a school year: where ages of different units come closest. */
    private static final List<LocalDate> BIRTHS = List.of(
            LocalDate.of(2019, 8, 31), LocalDate.of(2019, 9, 1), LocalDate.of(2020, 2, 29), LocalDate.of(2021, 1, 31));

    private static final List<List<Limit>> ORDER = List.of(
            List.of(Limit.EARLIEST, Limit.DUE),
            List.of(Limit.DUE, Limit.TARGET),
            List.of(Limit.DUE, Limit.AMBER),
            List.of(Limit.AMBER, Limit.RED),
            List.of(Limit.DUE, Limit.LATEST),
            List.of(Limit.TARGET, Limit.LATEST));

    private final Definitions definitions;
    private final YamlDocument document;
    private final int firstMonth;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    PathwayReferences(Definitions definitions, YamlDocument document) {
        this.definitions = definitions;
        this.document = document;
        this.firstMonth = definitions.number(FIRST_MONTH);
    }

    List<DefinitionProblem> check() {
        problems.addAll(Unique.values(document, "/items", "item"));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < definitions.items().size(); i++) {
            String at = "/items/" + i;
            PathwayItem item = definitions.items().get(i);
            item(at, item);
            for (int r = 0; r < item.rules().size(); r++) {
                String there = at + "/rules/" + r;
                PathwayRule rule = item.rules().get(r);
                if (!ids.add(rule.rule())) {
                    say(there + "/rule", "'" + rule.rule() + "' stands twice.", "Give each rule its own id.");
                }
                codes(there, rule);
                course(there, item, rule);
                order(there, item, rule);
            }
            problems.addAll(PathwayCohorts.check(document, at, item));
        }
        return problems;
    }

    private void item(String at, PathwayItem item) {
        if (!item.item().startsWith(item.type().name() + "-")) {
            say(
                    at + "/type",
                    "The code " + item.item() + " is of another type.",
                    "Begin it with " + item.type() + "-.");
        }
        if (!item.tracked() && item.whyNotTracked() == null) {
            say(at + "/tracked", "It is not said why " + item.item() + " is not tracked.", "Add why_not_tracked.");
        }
        if (item.tracked() && item.whyNotTracked() != null) {
            say(
                    at + "/why_not_tracked",
                    item.item() + " is tracked, yet it is said why not.",
                    "Remove it, or write tracked: false.");
        }
    }

    private void codes(String at, PathwayRule rule) {
        known(at + "/responsible", rule.responsible(), "owner_role", "code", "codes/owner_role.csv");
        known(at + "/course", rule.course(), "course", "course", "pathway/course.csv");
        known(at + "/eligible", rule.eligible(), "eligibility", "code", "pathway/eligibility.csv");
        known(at + "/unless", rule.unless(), "eligibility", "code", "pathway/eligibility.csv");
        known(at + "/waits_for", rule.waitsFor(), "eligibility", "code", "pathway/eligibility.csv");
        if (rule.eligible() != null && rule.eligible().equals(rule.unless())) {
            say(at + "/unless", "The rule asks for what it excludes: nobody has it.", "Remove eligible or unless.");
        }
    }

    private void known(String at, String valueOrNull, String list, String column, String file) {
        if (valueOrNull != null && !definitions.codeList(list).values(column).contains(valueOrNull)) {
            say(at, "'" + valueOrNull + "' stands nowhere in " + file + ".", "Correct it, or add it there.");
        }
    }

    private void course(String at, PathwayItem item, PathwayRule rule) {
        boolean both = rule.course() != null && rule.dose() != null;
        boolean neither = rule.course() == null && rule.dose() == null;
        boolean vaccination = item.type() == PathwayItem.Type.VAC;
        if (!both && !neither) {
            say(at, "Course and dose go together; one is missing.", "Write both, or neither.");
        } else if (both && !vaccination) {
            say(at + "/course", "No course of vaccination fills " + item.item() + ".", "Remove course and dose.");
        } else if (neither && vaccination && item.tracked()) {
            say(at, "No dose would fill " + item.item() + ".", "Say which course and dose.");
        }
    }

    private void order(String at, PathwayItem item, PathwayRule rule) {
        if (!item.tracked()) {
            return; // children have no state of it: its days stand as they were published
        }
        Map<Limit, PathwayLimit> limits = rule.limits();
        for (List<Limit> pair : ORDER) {
            PathwayLimit first = limits.get(pair.get(0));
            PathwayLimit second = limits.get(pair.get(1));
            boolean comparable = first != null
                    && second != null
                    && (first.anchor() == Anchor.DAY) == (second.anchor() == Anchor.DAY);
            if (comparable && births(rule).anyMatch(birth -> day(second, birth).isBefore(day(first, birth)))) {
                String late = key(pair.get(1));
                say(
                        at + "/" + late,
                        "'" + late + "' of " + rule.rule() + " lies before '" + key(pair.get(0)) + "'.",
                        "Correct one of the two.");
            }
        }
        if (rule.red() != null && rule.amber() == null) {
            say(at + "/red", rule.rule() + " is red without having been amber.", "Add amber, or remove red.");
        }
    }

    /** Birth dates to try, brought within those of the rule. */
    private static Stream<LocalDate> births(PathwayRule rule) {
        return BIRTHS.stream()
                .map(birth -> rule.bornFrom() != null && birth.isBefore(rule.bornFrom()) ? rule.bornFrom() : birth)
                .map(birth -> rule.bornTo() != null && birth.isAfter(rule.bornTo()) ? rule.bornTo() : birth);
    }

    /** The day for a child who became eligible at birth, the earliest day on which it can be. */
    private LocalDate day(PathwayLimit limit, LocalDate birth) {
        return PathwayLimits.day(limit, birth, birth, firstMonth).orElseThrow();
    }

    private static String key(Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    private void say(String pointer, String what, String mend) {
        problems.add(document.problem(pointer, what, mend));
    }
}
