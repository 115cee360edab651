package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Health visiting reviews (pathway 4, 8) and the measurement in school. */
final class SlowReviews {

    private static final Map<String, String> ACTIVITIES =
            Map.of("HV-ANC", "AN", "HV-NBV", "08", "HV-68W", "09", "HV-12M", "10", "HV-225", "11");
    private static final Map<String, String> CLOSES = Map.of("05", "NOT_CONTACTABLE", "06", "MOVED");
    private static final String DECLINED = "01";
    private static final String FACE_TO_FACE = "01";

    private SlowReviews() {}

    static SlowFacts review(SlowRule rule, SlowChild child, LocalDate today) {
        List<SlowEvent> events = child.known("HVRV", today).stream()
                .filter(event -> ACTIVITIES.get(rule.item()).equals(event.code()))
                .toList();
        SlowFacts facts = new SlowFacts();
        SlowEvent latest = null;
        for (SlowEvent event : events) {
            facts.offer(event.offered(), today);
            if (event.date() == null || event.date().isAfter(today)) {
                continue;
            }
            if (seen(event) && rule.counts(child, event.date())) {
                facts.completed = earlier(facts.completed, event.date());
            }
            if (latest == null || event.date().isAfter(latest.date())) {
                latest = event;
            }
        }
        if (latest != null && !offeredAgain(events, latest.date(), today)) {
            facts.declined = DECLINED.equals(latest.outcome());
            facts.closed = latest.outcome() == null ? null : CLOSES.get(latest.outcome());
        }
        return facts;
    }

    /** In the year of the rule: that of its birth date, in which a child was measured before it was held back, or its school's. */
    static SlowFacts measured(SlowRule rule, SlowChild child, LocalDate today) {
        SlowFacts facts = new SlowFacts();
        SlowChild byBirth = child.listed().taughtOn(today);
        for (SlowEvent event : child.known("NCMP", today)) {
            if (inYear(rule, child, event, today) || inYear(rule, byBirth, event, today)) {
                facts.completed = earlier(facts.completed, event.date());
            }
        }
        return facts;
    }

    private static boolean inYear(SlowRule rule, SlowChild child, SlowEvent event, LocalDate today) {
        return rule.counts(child, event.date())
                && !event.date().isAfter(rule.latest().of(child))
                && !event.date().isAfter(today);
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** The review took place, face to face: a contact by telephone or video satisfies none. */
    private static boolean seen(SlowEvent event) {
        boolean done = "00".equals(event.outcome()) || "COMPLETED".equals(event.outcome());
        return done && (event.mechanism() == null || event.mechanism().equals(FACE_TO_FACE));
    }

    private static boolean offeredAgain(List<SlowEvent> events, LocalDate after, LocalDate today) {
        return events.stream()
                .map(SlowEvent::offered)
                .anyMatch(day -> day != null && day.isAfter(after) && !day.isAfter(today));
    }
}
