package muster.acceptance.slowpathway;

import static muster.acceptance.slowpathway.SlowLimit.months;
import static muster.acceptance.slowpathway.SlowLimit.weeks;
import static muster.acceptance.slowpathway.SlowLimit.years;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Vaccines that are counted together, and how (pathway 5.3, 5.4; tolerances ours).
 *
 * @param fills vaccines whose doses are counted
 * @param startsInterval vaccines from whose dose the interval to the next one runs
 * @param from a dose before is not counted; null for no limit
 * @param before a dose from then on is not counted; null for no limit
 * @param interval fewest days between doses; 0 for none
 * @param tolerance a dose this many days early is counted all the same
 */
record SlowCourse(
        Set<String> fills, Set<String> startsInterval, SlowLimit from, SlowLimit before, int interval, int tolerance) {

    private static final Map<String, SlowCourse> ALL = all();

    static SlowCourse named(String name) {
        return ALL.get(name);
    }

    private static Map<String, SlowCourse> all() {
        Map<String, SlowCourse> all = new HashMap<>();
        all.put("HEXA", same(Set.of("HEXA", "PENTA"), weeks(6), null, 28, 7));
        all.put("MENB", same(Set.of("MENB"), weeks(6), null, 28, 4));
        all.put("PCV_PRIMING", same(Set.of("PCV"), weeks(6), years(1), 28, 4));
        all.put("PCV_BOOSTER", same(Set.of("PCV"), years(1), null, 28, 4));
        all.put("ROTA", same(Set.of("ROTA"), weeks(6), null, 28, 4));
        all.put(
                "HIB_BOOSTER",
                new SlowCourse(
                        Set.of("HIBMENC", "HEXA", "HIB"),
                        Set.of("HIBMENC", "HEXA", "HIB", "PENTA"),
                        years(1),
                        null,
                        28,
                        4));
        all.put("MEASLES", same(Set.of("MMR", "MMRV"), years(1), null, 28, 0));
        all.put("VARICELLA", same(Set.of("MMRV"), years(1), null, 28, 0));
        all.put(
                "PRESCHOOL",
                new SlowCourse(Set.of("DTAPIPV", "HEXA"), Set.of("HEXA", "PENTA"), years(3), null, 365, 7));
        all.put("HPV", same(Set.of("HPV"), null, null, 0, 0));
        all.put("TEENAGE_TDIPV", same(Set.of("TDIPV", "DTAPIPV"), years(10), null, 0, 0));
        all.put("MENACWY", same(Set.of("MENACWY"), years(10), null, 0, 0));
        all.put("FLU", same(Set.of("FLU"), months(6), null, 28, 4));
        all.put("BCG", same(Set.of("BCG"), null, null, 0, 0));
        return all;
    }

    private static SlowCourse same(
            Set<String> programmes, SlowLimit from, SlowLimit before, int interval, int tolerance) {
        return new SlowCourse(programmes, programmes, from, before, interval, tolerance);
    }

    /** Days on which a vaccine was given: records at most a day after the one before are one dose, on the first day. */
    static List<LocalDate> doses(SlowChild child, String programme, LocalDate today) {
        List<LocalDate> told = new ArrayList<>();
        for (SlowEvent event : child.known("VACC", today)) {
            if (programme.equals(event.programme())
                    && event.outcome().equals("COMPLETED")
                    && !event.date().isAfter(today)) {
                told.add(event.date());
            }
        }
        Collections.sort(told);
        List<LocalDate> doses = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : told) {
            if (before == null || ChronoUnit.DAYS.between(before, day) > 1) {
                doses.add(day);
            }
            before = day;
        }
        return doses;
    }

    static LocalDate firstDose(SlowChild child, String programme, LocalDate today) {
        List<LocalDate> doses = doses(child, programme, today);
        return doses.isEmpty() ? null : doses.get(0);
    }

    /** Days of the doses that count, in order. Two vaccines of the course on one day are one dose. */
    List<LocalDate> counted(SlowChild child, LocalDate today) {
        List<LocalDate> starts = days(startsInterval, child, today);
        List<LocalDate> counted = new ArrayList<>();
        for (LocalDate day : days(fills, child, today)) {
            LocalDate last = null;
            for (LocalDate start : starts) {
                last = start.isBefore(day) ? start : last;
            }
            boolean farEnough = last == null || ChronoUnit.DAYS.between(last, day) >= interval - tolerance;
            boolean oldEnough = from == null || !day.isBefore(from.of(child));
            boolean youngEnough = before == null || day.isBefore(before.of(child));
            if (farEnough && oldEnough && youngEnough) {
                counted.add(day);
            }
        }
        return counted;
    }

    /** The interval's last start, whether or not that dose counts; null for none. */
    LocalDate lastStart(SlowChild child, LocalDate today) {
        List<LocalDate> starts = days(startsInterval, child, today);
        return starts.isEmpty() ? null : starts.get(starts.size() - 1);
    }

    private static List<LocalDate> days(Set<String> programmes, SlowChild child, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String programme : programmes) {
            days.addAll(doses(child, programme, today));
        }
        return List.copyOf(days);
    }
}
