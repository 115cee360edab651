package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the doses, and the doses that were not given, say of a slot (pathway 5.4, 6, 8). */
final class SlowVaccination {

    private static final int CLINIC_AFTER_DAYS = 28;

    /** Reasons of pathway 8, as numbers, as SNOMED concepts, and as schools write them. */
    private static final Set<String> DECLINES = Set.of("4", "7", "310376006", "DECLINED");

    private static final Set<String> NEVER = Set.of("5", "6", "266758009", "CONTRAINDICATED");
    private static final Set<String> UNWELL = Set.of("213257006", "UNWELL");

    private static final Map<String, String> SCREEN_FIRST = Map.of("VAC-BCG", "SCID");

    private SlowVaccination() {}

    static SlowFacts of(SlowRule rule, SlowChild child, LocalDate today) {
        SlowFacts facts = new SlowFacts();
        SlowCourse course = SlowCourse.named(rule.course());
        List<LocalDate> counted = course.counted(child, today);
        for (int number = 1; number <= counted.size() && facts.completed == null; number++) {
            LocalDate day = counted.get(number - 1);
            if (number >= rule.dose() && rule.counts(child, day)) {
                facts.completed = day;
            }
        }
        LocalDate last = course.lastStart(child, today);
        facts.notBefore = last == null || course.interval() == 0 ? null : last.plusDays(course.interval());
        facts.blocked = counted.size() < rule.dose() - 1
                || facts.notBefore != null && facts.notBefore.isAfter(today)
                || SCREEN_FIRST.containsKey(rule.item())
                        && SlowBloodSpot.pending(child, SCREEN_FIRST.get(rule.item()), today);
        notGiven(facts, rule, child, today);
        return facts;
    }

    private static void notGiven(SlowFacts facts, SlowRule rule, SlowChild child, LocalDate today) {
        SlowEvent latest = null;
        LocalDate opens =
                rule.earliest() == null ? rule.due().of(child) : rule.earliest().of(child);
        for (SlowEvent event : child.known("VACC", today)) {
            boolean ofThisSlot = SlowCourse.named(rule.course()).fills().contains(event.programme())
                    && !event.outcome().equals("COMPLETED")
                    && !event.date().isBefore(opens)
                    && !event.date().isAfter(today);
            if (ofThisSlot) {
                facts.offer(event.offered(), today);
                if (NEVER.contains(event.outcome())) {
                    facts.closed = "CONTRAINDICATED";
                }
                if (latest == null || event.date().isAfter(latest.date())) {
                    latest = event;
                }
            }
        }
        if (latest != null) {
            facts.declined = DECLINES.contains(latest.outcome());
            facts.deferredUntil =
                    UNWELL.contains(latest.outcome()) ? latest.date().plusDays(CLINIC_AFTER_DAYS) : null;
        }
    }
}
