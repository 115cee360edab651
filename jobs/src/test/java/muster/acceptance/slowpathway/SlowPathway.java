package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is due for a child on a day, and what became of it (pathway 6, rulings 6). */
public final class SlowPathway {

    private static final List<SlowRule> RULES = Stream.concat(
                    SlowContacts.rules().stream(), SlowSchedule.rules().stream())
            .toList();
    private static final Set<String> OWED_HERE = Set.of("IN_AREA", "UNTRACED");
    private static final Map<String, String> CLOSED_BY_BUCKET =
            Map.of("DECEASED", "DECEASED", "OUT_OF_AREA", "MOVED", "LEFT_ENGLAND", "MOVED");

    private SlowPathway() {}

    static List<SlowRule> rules() {
        return RULES;
    }

    /** One state for each item that says something; NOT_APPLICABLE and NOT_DUE say nothing. */
    public static List<SlowState> evaluate(SlowChild anyDay, LocalDate today) {
        SlowChild child = anyDay.birth() == null ? anyDay : anyDay.taughtOn(today);
        List<SlowState> states = new ArrayList<>();
        boolean ours = OWED_HERE.contains(child.bucket()) || CLOSED_BY_BUCKET.containsKey(child.bucket());
        if (child.birth() == null || !ours) {
            return states;
        }
        for (SlowRule rule : RULES) {
            boolean elsewhere = rule.item().startsWith("HV-") && !child.livesInside();
            if (rule.fits(child, today) && !elsewhere) {
                SlowState state = state(rule, child, today);
                if (state != null) {
                    states.add(state);
                }
            }
        }
        if (OWED_HERE.contains(child.bucket())) {
            SlowSchedule.notHeldBefore().forEach((item, first) -> {
                if (child.birth().isBefore(first)) {
                    states.add(new SlowState(item, "SCHEDULE_NOT_HELD", null, null, null, null, null));
                }
            });
        }
        return states;
    }

    private static SlowState state(SlowRule rule, SlowChild child, LocalDate today) {
        SlowFacts facts = facts(rule, child, today);
        LocalDate due = rule.due().of(child);
        LocalDate target = rule.target().of(child);
        if (facts.completed != null) {
            return new SlowState(rule.item(), "COMPLETED", due, target, facts.completed, facts.how, facts.offered);
        }
        if (due.isAfter(today)) {
            return null;
        }
        int shift = shift(due, facts.notBefore);
        String closed = CLOSED_BY_BUCKET.getOrDefault(child.bucket(), facts.closed);
        String state = closed != null ? "CLOSED" : open(rule, child, today, facts, shift);
        return new SlowState(
                rule.item(), state, due.plusDays(shift), target.plusDays(shift), null, closed, facts.offered);
    }

    private static String open(SlowRule rule, SlowChild child, LocalDate today, SlowFacts facts, int shift) {
        if (facts.blocked) {
            return "BLOCKED";
        }
        if (facts.deferredUntil != null && today.isBefore(facts.deferredUntil)) {
            return "DEFERRED";
        }
        if (facts.declined) {
            return "DECLINED";
        }
        LocalDate latest = SlowRule.day(rule.latest(), child);
        if (latest != null && today.isAfter(latest)) {
            return "AGED_OUT";
        }
        if (reached(SlowRule.day(rule.red(), child), shift, today)) {
            return "OVERDUE_RED";
        }
        return reached(SlowRule.day(rule.amber(), child), shift, today) ? "OVERDUE_AMBER" : "DUE";
    }

    private static boolean reached(LocalDate day, int shift, LocalDate today) {
        return day != null && !day.plusDays(shift).isAfter(today);
    }

    /** Days by which the interval from the dose before puts the slot off. */
    private static int shift(LocalDate due, LocalDate notBefore) {
        return notBefore == null ? 0 : (int) Math.max(0, notBefore.toEpochDay() - due.toEpochDay());
    }

    private static SlowFacts facts(SlowRule rule, SlowChild child, LocalDate today) {
        if (rule.course() != null) {
            return SlowVaccination.of(rule, child, today);
        }
        return switch (rule.item()) {
            case "SCR-NHSP" -> SlowNewborn.hearing(rule, child, today);
            case "SCR-NIPE-NB", "SCR-NIPE-INF" -> SlowNewborn.examination(rule, child, today);
            case "SCR-NBS" -> SlowBloodSpot.sample(rule, child, today);
            case "SCR-NBS-RES", "SCR-NBS-MI" -> SlowBloodSpot.results(child, today);
            case "SCH-NCMP-R", "SCH-NCMP-6" -> SlowReviews.measured(rule, child, today);
            default -> SlowReviews.review(rule, child, today);
        };
    }
}
