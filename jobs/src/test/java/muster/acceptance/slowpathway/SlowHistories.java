package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Histories of reviews, doses and measurements, and with {@link SlowScreens} those of screens. */
final class SlowHistories {

    private static final Map<String, String> ACTIVITIES =
            new TreeMap<>(Map.of("HV-ANC", "AN", "HV-NBV", "08", "HV-68W", "09", "HV-12M", "10", "HV-225", "11"));
    private static final List<String> OUTCOMES =
            Arrays.asList("00", "00", "COMPLETED", "01", "01", "01", "02", "03", "04", "05", "06", "07", "09", null);
    private static final List<String> CHANNELS = Arrays.asList("01", "01", "01", "02", "11", null);
    private static final List<String> REASONS = List.of(
            "2",
            "3",
            "4",
            "4",
            "5",
            "6",
            "7",
            "266758009",
            "213257006",
            "201741000000102",
            "310376006",
            "DID_NOT_ATTEND",
            "GIVEN_ELSEWHERE",
            "DECLINED",
            "UNWELL",
            "UNWELL",
            "UNWELL",
            "UNWELL",
            "CONTRAINDICATED",
            "NOT_GIVEN");

    /** Days from a dose to an odd next one: at the edge of each interval and of its tolerance. */
    private static final List<Integer> GAPS =
            List.of(0, 1, 2, 3, 14, 20, 21, 22, 23, 24, 25, 27, 28, 29, 357, 358, 359, 364, 365, 366);

    private final SlowChance chance;
    private final SlowScreens screens;

    SlowHistories(SlowChance chance) {
        this.chance = chance;
        this.screens = new SlowScreens(chance);
    }

    List<SlowEvent> of(SlowChild child) {
        List<SlowEvent> events = new ArrayList<>();
        ACTIVITIES.forEach((item, activity) -> reviews(rule(item), activity, child, events));
        doses(child, events);
        screens.bloodSpots(child, events);
        screens.hearing(child, events);
        screens.examinations(child, events);
        for (String item : List.of("SCH-NCMP-R", "SCH-NCMP-6")) {
            if (chance.in(50)) {
                events.add(SlowEvent.measured(chance.key(), chance.dayOf(rule(item), child)));
            }
        }
        return events.stream()
                .map(event -> chance.in(3) ? event.takenBack() : event)
                .toList();
    }

    private static SlowRule rule(String item) {
        return SlowPathway.rules().stream()
                .filter(rule -> rule.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private void reviews(SlowRule rule, String activity, SlowChild child, List<SlowEvent> events) {
        int style = chance.between(0, 99);
        int contacts = style < 15 ? 0 : style < 65 ? 1 : chance.between(1, 4);
        for (LocalDate day : chance.days(rule, child, contacts)) {
            String outcome = style < 65 ? chance.oneOf(List.of("00", "COMPLETED")) : chance.oneOf(OUTCOMES);
            SlowEvent contact = SlowEvent.review(chance.key(), activity, day, outcome)
                    .through(style < 50 ? "01" : chance.oneOf(CHANNELS));
            if (chance.in(40)) {
                contact = contact.offeredOn(day.minusDays(chance.between(0, 40)));
            }
            events.add(contact);
            if (chance.in(10)) {
                events.add(contact.toldAgain(chance.key(), day.plusDays(chance.between(0, 5))));
            }
            if ("01".equals(outcome) && chance.in(40)) {
                events.add(appointment(activity, day));
            }
        }
    }

    /** Offered some days after a refusal, for a day further on, and known from the offer. */
    private SlowEvent appointment(String activity, LocalDate refusal) {
        LocalDate offered = refusal.plusDays(chance.between(0, 30));
        return SlowEvent.review(chance.key(), activity, offered.plusDays(chance.between(800, 900)), "07")
                .offeredOn(offered)
                .knownOn(offered);
    }

    private void doses(SlowChild child, List<SlowEvent> events) {
        int style = chance.between(0, 99);
        int given = style < 45 ? 92 : style < 90 ? 60 : 5;
        Set<LocalDate> refusals = new HashSet<>();
        for (SlowRule rule : SlowPathway.rules()) {
            if (rule.course() == null || !rule.born(child)) {
                continue;
            }
            if (chance.in(given)) {
                give(programme(rule), dayOfDose(rule, child, style), child, events, style >= 45);
            }
            LocalDate day = chance.in(40) ? chance.beforeComparison() : chance.dayOf(rule, child);
            // Two reasons on one day would leave open which was the last.
            if (chance.in(style < 45 ? 4 : 25) && !day.isBefore(child.birth()) && refusals.add(day)) {
                SlowEvent reason = SlowEvent.notGiven(chance.key(), programme(rule), day, chance.oneOf(REASONS));
                events.add(chance.in(20) ? reason.offeredOn(day.minusDays(chance.between(1, 30))) : reason);
            }
        }
    }

    private LocalDate dayOfDose(SlowRule rule, SlowChild child, int style) {
        if (rule.course().equals("PCV_PRIMING") && chance.in(10)) {
            return LocalDate.of(2025, 7, 1).plusDays(chance.between(-2, 1));
        }
        return style < 45 && chance.in(80)
                ? rule.due().of(child).plusDays(chance.between(0, 6))
                : chance.dayOf(rule, child);
    }

    private void give(String programme, LocalDate day, SlowChild child, List<SlowEvent> events, boolean odd) {
        if (day.isBefore(child.birth())) {
            return;
        }
        SlowEvent dose = SlowEvent.dose(chance.key(), programme, day);
        events.add(chance.in(15) ? dose.toldOn(null, day.plusDays(chance.between(0, 60))) : dose);
        if (chance.in(12)) {
            LocalDate told = day.plusDays(chance.in(30) ? 1 : 0);
            events.add(SlowEvent.dose(chance.key(), programme, told)
                    .toldAgain(chance.key(), told.plusDays(chance.between(0, 10))));
        }
        if (odd && chance.in(25)) {
            String other = chance.in(70) ? programme : relative(programme);
            events.add(SlowEvent.dose(chance.key(), other, day.plusDays(chance.oneOf(GAPS))));
        }
    }

    private String programme(SlowRule rule) {
        return switch (rule.course()) {
            case "HEXA" -> chance.in(94) ? "HEXA" : "PENTA";
            case "PCV_PRIMING", "PCV_BOOSTER" -> "PCV";
            case "HIB_BOOSTER" -> chance.oneOf(List.of("HIBMENC", "HIBMENC", "HIBMENC", "HEXA", "HIB", "PENTA"));
            case "MEASLES" -> chance.in(60) ? "MMR" : "MMRV";
            case "VARICELLA" -> "MMRV";
            case "PRESCHOOL" -> chance.in(90) ? "DTAPIPV" : "HEXA";
            case "TEENAGE_TDIPV" -> chance.in(90) ? "TDIPV" : "DTAPIPV";
            default -> rule.course();
        };
    }

    private static String relative(String programme) {
        return switch (programme) {
            case "HEXA" -> "PENTA";
            case "MMR" -> "MMRV";
            case "MMRV" -> "MMR";
            case "DTAPIPV", "HIBMENC" -> "HEXA";
            default -> programme;
        };
    }
}
