package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Newborn blood spot screening, condition by condition (pathway 3.1, rulings 4 and 6). */
final class SlowBloodSpot {

    /** A laboratory that takes part in the evaluation of SCID; which ones do is not told. */
    static final String SCID_LABORATORY = "R0D";

    static final LocalDate SCID_FROM = LocalDate.of(2021, 9, 6);

    private static final int DAY_OF_SAMPLE = 5;
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
            List<SlowEvent> events =
                    all.stream().filter(event -> condition.equals(event.code())).toList();
            Standing standing = standing(events);
            standings.add(standing);
            LocalDate since = since(events, standing);
            last = last == null || since != null && since.isAfter(last) ? since : last;
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
        if (onlyThese(standings, Standing.MOVED, Standing.NOT_CONTACTABLE)) {
            facts.closed = standings.contains(Standing.MOVED) ? "MOVED" : "NOT_CONTACTABLE";
        }
        return facts;
    }

    /** Whether the laboratory of the child's sample tests for a condition and has said nothing conclusive of it. */
    static boolean pending(SlowChild child, String condition, LocalDate today) {
        List<SlowEvent> all = events(child, today);
        return panel(child, all, today).contains(condition)
                && all.stream().noneMatch(event -> condition.equals(event.code()) && conclusive(event.outcome()));
    }

    /** What the baby's laboratory tested for on the day of the sample; without a sample, what it would have been. */
    private static Set<String> panel(SlowChild child, List<SlowEvent> all, LocalDate today) {
        SlowEvent sample = null;
        for (SlowEvent event : all) {
            if (received(event) && (sample == null || event.date().isAfter(sample.date()))) {
                sample = event;
            }
        }
        LocalDate day = sample == null ? child.birth().plusDays(DAY_OF_SAMPLE) : sample.date();
        Set<String> panel = new TreeSet<>();
        EVERYBODY.forEach((condition, from) -> {
            if (!day.isBefore(from)) {
                panel.add(condition);
            }
        });
        if (sample != null && SCID_LABORATORY.equals(sample.organisation()) && !day.isBefore(SCID_FROM)) {
            panel.add("SCID");
        }
        if (tooOldForCysticFibrosis(child, all, today)) {
            panel.remove("CF");
        }
        return panel;
    }

    private static boolean tooOldForCysticFibrosis(SlowChild child, List<SlowEvent> all, LocalDate today) {
        LocalDate lastDay = child.birth().plusDays(LAST_DAY_FOR_CYSTIC_FIBROSIS);
        boolean inTime = all.stream()
                .anyMatch(event -> "CF".equals(event.code())
                        && received(event)
                        && !event.date().isAfter(lastDay));
        return today.isAfter(lastDay) && !inTime;
    }

    private static Standing standing(List<SlowEvent> events) {
        if (events.isEmpty()) {
            return Standing.OPEN;
        }
        for (Standing first : List.of(Standing.CONCLUSIVE, Standing.PREVIOUS_RESULT, Standing.DECLINED)) {
            if (events.stream().anyMatch(event -> standing(event) == first)) {
                return first;
            }
        }
        SlowEvent latest = events.get(0);
        for (SlowEvent event : events) {
            latest = event.date().isAfter(latest.date()) ? event : latest;
        }
        return standing(latest);
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
            case "0906" -> Standing.PREVIOUS_RESULT;
            default -> Standing.OPEN;
        };
    }

    /** First day on which the events say it: of the result, else of the record, else of the sample. */
    private static LocalDate since(List<SlowEvent> events, Standing standing) {
        LocalDate since = null;
        for (SlowEvent event : events) {
            if (standing(event) == standing) {
                LocalDate told = event.result() != null ? event.result() : event.recorded();
                since = SlowReviews.earlier(since, told == null ? event.date() : told);
            }
        }
        return since;
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
