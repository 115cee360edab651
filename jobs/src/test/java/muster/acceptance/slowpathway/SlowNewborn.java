package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Newborn hearing and the two physical examinations (pathway 3.2, 3.3; codes of feeds 7.1, A.2 and rulings 4). */
final class SlowNewborn {

    private static final Set<String> LEFT_EAR =
            Set.of("1085431000000105", "1085461000000100", "1085491000000106", "1085511000000103");
    private static final Set<String> RIGHT_EAR =
            Set.of("1085451000000103", "1085471000000107", "1085501000000100", "1085521000000109");
    private static final Set<String> WHOLE = Set.of("276781000000109", "PASS", "REFER");
    private static final String DECLINED = "DECL";

    private static final Map<String, Set<String>> DONE = Map.of(
            "HIPS",
            Set.of(
                    "985701000000100",
                    "985741000000102",
                    "988241000000102",
                    "985431000000103",
                    "988331000000100",
                    "988311000000108",
                    "988221000000109",
                    "985891000000104"),
            "EYES",
            Set.of(
                    "989071000000108",
                    "989091000000107",
                    "989111000000102",
                    "989131000000105",
                    "989191000000106",
                    "989211000000105",
                    "989171000000107",
                    "989151000000103"),
            "HEART",
            Set.of("988511000000100", "988531000000108", "988571000000105", "988551000000101"),
            "TESTES",
            Set.of("988931000000101", "988951000000108", "988991000000100", "988971000000104"));

    private static final Map<String, String> REFUSED = Map.of(
            "HIPS", "988181000000104",
            "EYES", "989031000000106",
            "HEART", "988591000000109",
            "TESTES", "988891000000106");

    private SlowNewborn() {}

    static SlowFacts hearing(SlowRule rule, SlowChild child, LocalDate today) {
        SlowFacts facts = new SlowFacts();
        List<SlowEvent> events = counting(rule, child, child.known("NHSP", today));
        LocalDate left = first(events, LEFT_EAR);
        LocalDate right = first(events, RIGHT_EAR);
        LocalDate whole = first(events, WHOLE);
        if (left != null && right != null) {
            facts.completed = left.isAfter(right) ? left : right;
        }
        if (whole != null) {
            facts.completed = SlowReviews.earlier(facts.completed, whole);
        }
        SlowEvent latest = latest(events);
        facts.declined = latest != null && latest.outcome().equals(DECLINED);
        return facts;
    }

    static SlowFacts examination(SlowRule rule, SlowChild child, LocalDate today) {
        String screen = rule.item().substring("SCR-".length());
        List<SlowEvent> events = counting(
                rule,
                child,
                child.known("NIPE", today).stream()
                        // Whether BCG should be given is no word on the examination.
                        .filter(event ->
                                screen.equals(event.code()) && !event.element().startsWith("BCG"))
                        .toList());
        List<String> parts = new ArrayList<>(List.of("HIPS", "EYES", "HEART"));
        if ("1".equals(child.sex())) {
            parts.add("TESTES");
        }
        SlowFacts facts = new SlowFacts();
        List<LocalDate> done = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String part : parts) {
            LocalDate day = first(events, DONE.get(part));
            if (day == null) {
                open.add(part);
            } else {
                done.add(day);
            }
        }
        facts.completed = open.isEmpty() ? Collections.max(done) : null;
        LocalDate whole = first(events, WHOLE);
        if (whole != null) {
            facts.completed = SlowReviews.earlier(facts.completed, whole);
        }
        SlowEvent latest = latest(events);
        boolean wholeRefused = latest != null && latest.outcome().equals(DECLINED);
        facts.declined = wholeRefused || !open.isEmpty() && open.stream().allMatch(part -> refuses(events, part));
        return facts;
    }

    /** Whether the newborn examination told, when it last told of it, that the baby should have BCG. */
    static boolean bcgEligible(SlowChild child, LocalDate today) {
        SlowEvent latest = latest(child.known("NIPE", today).stream()
                .filter(event ->
                        event.element().startsWith("BCG") && !event.date().isAfter(today))
                .toList());
        return latest != null && Set.of("Y", "eligible-for-bcg").contains(latest.outcome());
    }

    /** Whether the last word on a part was a refusal. */
    private static boolean refuses(List<SlowEvent> events, String part) {
        SlowEvent latest = latest(events.stream()
                .filter(event -> event.element().startsWith(part))
                .toList());
        return latest != null && latest.outcome().equals(REFUSED.get(part));
    }

    private static List<SlowEvent> counting(SlowRule rule, SlowChild child, List<SlowEvent> events) {
        return events.stream().filter(event -> rule.counts(child, event.date())).toList();
    }

    private static LocalDate first(List<SlowEvent> events, Set<String> outcomes) {
        return events.stream()
                .filter(event -> outcomes.contains(event.outcome()))
                .map(SlowEvent::date)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static SlowEvent latest(List<SlowEvent> events) {
        SlowEvent latest = null;
        for (SlowEvent event : events) {
            if (latest == null || event.date().isAfter(latest.date())) {
                latest = event;
            }
        }
        return latest;
    }
}
