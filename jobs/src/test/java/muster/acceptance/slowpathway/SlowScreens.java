package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Histories of newborn screens. No two occasions of one screen share a day: which was the last would be open. */
final class SlowScreens {

    private static final List<String> CONDITIONS =
            List.of("PKU", "SCD", "CF", "CHT", "MCADD", "HCU", "MSUD", "GA1", "IVA");
    private static final List<String> DECLINES = List.of("02", "0201", "0202", "0203", "0204", "0208");
    private static final List<String> REPEATS = List.of("03", "0301", "0302", "0303", "0306", "0310");
    private static final List<String> OTHERS =
            List.of("01", "04", "04", "0902", "0903", "0904", "0905", "0906", "0906", "09", "02", "03");
    private static final List<String> EARS = List.of("LEFT", "RIGHT");
    private static final List<String> LEFT =
            List.of("1085431000000105", "1085461000000100", "1085491000000106", "1085511000000103");
    private static final List<String> RIGHT =
            List.of("1085451000000103", "1085471000000107", "1085501000000100", "1085521000000109");
    private static final List<String> SUMMARIES =
            List.of("PASS", "REFER", "INC", "INC", "DECL", "DECL", "DECL", "276781000000109");
    private static final List<String> TOLD_OF_BCG = List.of("Y", "Y", "N", "eligible-for-bcg", "not-eligible-for-bcg");

    /** Done, done with a finding, not finished, declined, not done. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "HIPS",
            List.of(
                    "985701000000100",
                    "985741000000102",
                    "988331000000100",
                    "988201000000100",
                    "988181000000104",
                    "988161000000108"),
            "EYES",
            List.of(
                    "989071000000108",
                    "989091000000107",
                    "989191000000106",
                    "989051000000104",
                    "989031000000106",
                    "989011000000103"),
            "HEART",
            List.of(
                    "988511000000100",
                    "988531000000108",
                    "988571000000105",
                    "988611000000101",
                    "988591000000109",
                    "988491000000108"),
            "TESTES",
            List.of(
                    "988931000000101",
                    "988931000000101",
                    "988951000000108",
                    "988911000000109",
                    "988891000000106",
                    "988871000000107"));

    private final SlowChance chance;

    SlowScreens(SlowChance chance) {
        this.chance = chance;
    }

    void bloodSpots(SlowChild child, List<SlowEvent> events) {
        int style = chance.between(0, 99);
        if (style < 7 || chance.in(20)) {
            return;
        }
        String laboratory = chance.in(30) ? SlowBloodSpot.SCID_LABORATORY : chance.in(80) ? "RYJ" : null;
        int occasions = style < 45 || chance.in(40) ? 1 : chance.between(2, 3);
        for (LocalDate day : daysOfSamples(child, occasions, style)) {
            long key = chance.key();
            LocalDate result = chance.in(80) ? day.plusDays(chance.between(0, 14)) : null;
            LocalDate recorded = chance.in(50) ? day.plusDays(chance.between(0, 20)) : null;
            String all = style < 78 ? null : style < 88 ? chance.oneOf(DECLINES) : chance.oneOf(OTHERS);
            for (String condition : reported(day, laboratory, style)) {
                events.add(SlowEvent.spot(key, condition, day, all == null ? status(condition, style) : all)
                        .by(laboratory)
                        .toldOn(result, recorded));
            }
            if (chance.in(10)) {
                int last = events.size() - 1;
                events.add(events.get(last).toldAgain(chance.key(), day.plusDays(chance.between(0, 30))));
            }
        }
    }

    private Set<LocalDate> daysOfSamples(SlowChild child, int occasions, int style) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate day = child.birth().plusDays(style < 45 ? chance.between(4, 9) : firstSample());
        while (days.size() < occasions) {
            days.add(day);
            day = day.plusDays(chance.between(1, 45));
        }
        return days;
    }

    private int firstSample() {
        return chance.oneOf(List.of(0, 3, 5, 5, 5, 6, 8, 9, 12, 20, 40, 54, 55, 56, 57, 58, 90, 363, 364, 365));
    }

    private List<String> reported(LocalDate day, String laboratory, int style) {
        List<String> conditions = new ArrayList<>(CONDITIONS);
        boolean tyrosinaemia = !day.isBefore(LocalDate.of(2025, 10, 14));
        if (tyrosinaemia ? chance.in(90) : chance.in(5)) {
            conditions.add("HT1");
        }
        if (SlowBloodSpot.SCID_LABORATORY.equals(laboratory) ? chance.in(70) : chance.in(2)) {
            conditions.add("SCID");
        }
        if (style >= 45) {
            conditions.removeIf(condition -> chance.in(condition.equals("CF") ? 30 : 2));
        }
        return conditions;
    }

    private String status(String condition, int style) {
        if (style < 45 || chance.in(75)) {
            boolean carrier = Set.of("SCD", "CF").contains(condition) && chance.in(6);
            return carrier ? "05" : chance.in(2) ? "08" : "04";
        }
        if (condition.equals("CF") && chance.in(30)) {
            return "0901";
        }
        return chance.in(70) ? chance.oneOf(REPEATS) : chance.in(30) ? chance.oneOf(DECLINES) : chance.oneOf(OTHERS);
    }

    void hearing(SlowChild child, List<SlowEvent> events) {
        int occasions = chance.in(12) ? 0 : chance.in(60) ? 1 : chance.between(2, 3);
        LocalDate day = child.birth().plusDays(chance.between(0, 40));
        for (int number = 0; number < occasions; number++) {
            long key = chance.key();
            if (chance.in(30)) {
                events.add(SlowEvent.hearing(key, "SUMMARY", day, chance.oneOf(SUMMARIES)));
            } else {
                for (String ear : EARS) {
                    if (chance.in(75)) {
                        String outcome = chance.oneOf(ear.equals("LEFT") ? LEFT : RIGHT);
                        String element = chance.in(70) ? ear : "AABR-" + ear;
                        events.add(SlowEvent.hearing(key, element, day, outcome));
                    }
                }
            }
            day = day.plusDays(chance.between(1, 60));
        }
    }

    void examinations(SlowChild child, List<SlowEvent> events) {
        Set<LocalDate> taken = new TreeSet<>();
        for (String screen : List.of("NIPE-NB", "NIPE-INF")) {
            int occasions = chance.in(15) ? 0 : chance.in(65) ? 1 : chance.between(2, 3);
            int first = screen.equals("NIPE-NB") ? chance.between(0, 9) : chance.between(33, 60);
            LocalDate day = child.birth().plusDays(first);
            for (int number = 0; number < occasions; number++) {
                if (taken.add(day)) {
                    examination(child, screen, day, events);
                }
                day = day.plusDays(chance.between(1, 30));
            }
        }
    }

    private void examination(SlowChild child, String screen, LocalDate day, List<SlowEvent> events) {
        long key = chance.key();
        if (chance.in(25)) {
            events.add(SlowEvent.examination(key, screen, "BCG", day, chance.oneOf(TOLD_OF_BCG)));
        }
        if (chance.in(15)) {
            events.add(SlowEvent.examination(
                    key, screen, "SUMMARY", day, chance.oneOf(List.of("PASS", "REFER", "INC", "DECL"))));
            return;
        }
        boolean refused = chance.in(8);
        for (String part : List.of("HIPS", "EYES", "HEART", "TESTES")) {
            List<String> outcomes = PARTS.get(part);
            boolean told = part.equals("TESTES") && !"1".equals(child.sex()) ? chance.in(5) : chance.in(95);
            if (told) {
                String outcome = refused && chance.in(80)
                        ? outcomes.get(4)
                        : outcomes.get(chance.in(80) ? chance.between(0, 2) : chance.between(3, 5));
                // Messages number a part that they tell of twice.
                String element = chance.in(4) ? part + "-2" : part;
                events.add(SlowEvent.examination(key, screen, element, day, outcome));
            }
        }
    }
}
