package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Newborn blood spot screening, condition by condition (pathway 3.1, rulings 4 and 6). */
public final class SlowBloodSpot {

    /** A laboratory that takes part in the evaluation of SCID; which ones do is not told. */
    public static final String SCID_LABORATORY = "R0D";

    public static final LocalDate SCID_FROM = LocalDate.of(2021, 9, 6);

    private static final int LAST_DAY_FOR_CYSTIC_FIBROSIS = 56;

    private static final Set<String> CONCLUSIVE = Set.of("04", "05", "07", "08", "10");

    /** From which day of the sample each condition belongs to everybody's panel. */
    private static final Map<String, LocalDate> EVERYBODY = everybody();

    private enum Standing {
        CONCLUSIVE,
        PREVIOUS_RESULT,
        DECLINED,
        AGED_OUT,
        MOVED,
        NOT_CONTACTABLE,
        DECEASED,
        OPEN
    }

    private SlowBloodSpot() {}

    static SlowFacts sample(SlowRule rule, SlowChild child, LocalDate today) {
        SlowFacts facts = new SlowFacts();
        for (SlowEvent event : events(child, today)) {
            if (received(event) && rule.counts(child, event.date())) {
                facts.completed = SlowReviews.earlier(facts.completed, event.date());
            }
        }
        if (facts.completed == null) {
            // Who needs none, or wants none, needs no sample either.
            SlowFacts results = results(child, today);
            facts.completed = results.completed;
            facts.how = results.how;
            facts.closed = results.closed;
            facts.declined = results.declined;
        }
        return facts;
    }

    static SlowFacts results(SlowChild child, LocalDate today) {
        List<SlowEvent> all = events(child, today);
        SlowFacts facts = new SlowFacts();
        List<Standing> standings = new ArrayList<>();
        LocalDate last = null;
        for (String condition : panel(child, all, today)) {
            SlowEvent word = word(all, condition);
            standings.add(word == null ? Standing.OPEN : standing(word));
            if (word != null && (last == null || told(word).isAfter(last))) {
                last = told(word);
            }
        }
        boolean somethingKnown =
                standings.contains(Standing.CONCLUSIVE) || standings.contains(Standing.PREVIOUS_RESULT);
        if (somethingKnown
                && onlyThese(
                        standings,
                        Standing.CONCLUSIVE,
                        Standing.PREVIOUS_RESULT,
                        Standing.DECLINED,
                        Standing.AGED_OUT)) {
            facts.completed = last;
            facts.how = standings.contains(Standing.CONCLUSIVE) ? "COMPLETED" : "PREVIOUS_RESULT";
        }
        facts.declined = onlyThese(standings, Standing.DECLINED);
        if (onlyThese(standings, Standing.MOVED, Standing.NOT_CONTACTABLE, Standing.DECEASED)) {
            facts.closed = standings.get(0).name();
        }
        return facts;
    }

    /** Whether the child's laboratory tests for a condition and the result is still to come. */
    static boolean pending(SlowChild child, String condition, LocalDate today) {
        List<SlowEvent> all = events(child, today);
        SlowEvent word = word(all, condition);
        return panel(child, all, today).contains(condition)
                && (word == null || received(word) && standing(word) == Standing.OPEN);
    }

    /** What the baby's laboratory tested for on the day of the sample; without a sample the last word stands in. */
    private static Set<String> panel(SlowChild child, List<SlowEvent> all, LocalDate today) {
        SlowEvent sample = null;
        for (SlowEvent event : all) {
            boolean better = sample == null || received(event) && !received(sample);
            boolean later = sample != null
                    && received(event) == received(sample)
                    && event.date().isAfter(sample.date());
            sample = better || later ? event : sample;
        }
        Set<String> panel = new TreeSet<>();
        if (sample == null) {
            return panel;
        }
        LocalDate day = sample.date();
        EVERYBODY.forEach((condition, from) -> {
            if (!day.isBefore(from)) {
                panel.add(condition);
            }
        });
        if (SCID_LABORATORY.equals(sample.organisation()) && !day.isBefore(SCID_FROM)) {
            panel.add("SCID");
        }
        if (tooOldForCysticFibrosis(child, all, today)) {
            panel.remove("CF");
        }
        return panel;
    }

    /** Past day 56 it is out of the panel, unless a sample taken by then had a result. */
    private static boolean tooOldForCysticFibrosis(SlowChild child, List<SlowEvent> all, LocalDate today) {
        LocalDate lastDay = child.birth().plusDays(LAST_DAY_FOR_CYSTIC_FIBROSIS);
        SlowEvent word = word(all, "CF");
        boolean inTime =
                word != null && conclusive(word.outcome()) && !word.date().isAfter(lastDay);
        return today.isAfter(lastDay) && !inTime;
    }

    /** The event that decides on a condition: a result, else an earlier result, else the last word. Null for none. */
    private static SlowEvent word(List<SlowEvent> all, String condition) {
        List<SlowEvent> events =
                all.stream().filter(event -> condition.equals(event.code())).toList();
        for (Standing forGood : List.of(Standing.CONCLUSIVE, Standing.PREVIOUS_RESULT)) {
            SlowEvent first = null;
            for (SlowEvent event : events) {
                if (standing(event) == forGood && (first == null || goesBefore(event, first))) {
                    first = event;
                }
            }
            if (first != null) {
                return first;
            }
        }
        SlowEvent latest = null;
        for (SlowEvent event : events) {
            boolean sameDay = latest != null && event.date().equals(latest.date());
            if (latest == null || event.date().isAfter(latest.date()) || sameDay && goesBefore(event, latest)) {
                latest = event;
            }
        }
        return latest;
    }

    /** Its maker's word goes before a transcription (failsafe 11), then the earlier one. */
    private static boolean goesBefore(SlowEvent one, SlowEvent other) {
        return one.primary() == other.primary() ? told(one).isBefore(told(other)) : one.primary();
    }

    private static Standing standing(SlowEvent event) {
        String status = event.outcome();
        if (conclusive(status)) {
            return Standing.CONCLUSIVE;
        }
        if (status.startsWith("02")) {
            return Standing.DECLINED;
        }
        return switch (status) {
            case "0901", "0902" -> Standing.AGED_OUT;
            case "0903" -> Standing.MOVED;
            case "0904" -> Standing.NOT_CONTACTABLE;
            case "0905" -> Standing.DECEASED;
            case "0906" -> Standing.PREVIOUS_RESULT;
            default -> Standing.OPEN;
        };
    }

    /** Day of the result, else of the record, else of the sample. */
    private static LocalDate told(SlowEvent event) {
        LocalDate told = event.result() != null ? event.result() : event.recorded();
        return told == null ? event.date() : told;
    }

    private static boolean onlyThese(List<Standing> standings, Standing... allowed) {
        return !standings.isEmpty() && Set.of(allowed).containsAll(standings);
    }

    private static List<SlowEvent> events(SlowChild child, LocalDate today) {
        return child.known("NBSS", today).stream()
                .filter(event -> !event.date().isBefore(child.birth()))
                .toList();
    }

    /** The laboratory has had a sample: 01, a repeat asked for, or a conclusive result. */
    private static boolean received(SlowEvent event) {
        return event.outcome().equals("01") || event.outcome().startsWith("03") || conclusive(event.outcome());
    }

    private static boolean conclusive(String status) {
        return CONCLUSIVE.contains(status) || status.startsWith("06");
    }

    private static Map<String, LocalDate> everybody() {
        Map<String, LocalDate> from = new TreeMap<>();
        from.put("PKU", LocalDate.of(1969, 1, 1));
        from.put("CHT", LocalDate.of(1981, 1, 1));
        from.put("SCD", LocalDate.of(2006, 1, 1));
        from.put("CF", LocalDate.of(2007, 10, 1));
        from.put("MCADD", LocalDate.of(2009, 3, 1));
        List.of("MSUD", "IVA", "GA1", "HCU").forEach(condition -> from.put(condition, LocalDate.of(2015, 1, 1)));
        from.put("HT1", LocalDate.of(2025, 10, 14));
        return from;
    }
}
