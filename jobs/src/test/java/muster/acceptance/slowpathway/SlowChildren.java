package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Random children: births of every schedule, most of them of the last three years, many at the edge of a limit on a day of
 * the comparison; histories plausible and odd.
 */
public final class SlowChildren {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(2006, 1, 1);
    private static final int RECENT_YEARS = 3;
    private static final int LAST_GROUP = 13;

    /** Days at which a schedule begins or a programme changes (pathway 5.1 to 5.3). */
    private static final List<LocalDate> CUT_OFFS = List.of(
            LocalDate.of(2013, 5, 1),
            LocalDate.of(2015, 7, 1),
            LocalDate.of(2017, 8, 1),
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2021, 9, 1),
            LocalDate.of(2022, 9, 1),
            LocalDate.of(2024, 7, 1),
            LocalDate.of(2024, 9, 1),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 4, 8),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 10, 9));

    private final SlowChance chance;
    private final List<LocalDate> days;
    private final LocalDate lastDay;
    private final SlowHistories histories;

    private SlowChildren(long seed, List<LocalDate> days) {
        this.chance = new SlowChance(seed, days, 5_000_000);
        this.days = days;
        this.lastDay = days.stream().max(LocalDate::compareTo).orElseThrow();
        this.histories = new SlowHistories(chance);
    }

    /**
     * The children of a seed, with all that is told of them up to the last day.
     *
     * @param days days of the comparison: some children have a limit on one of them, or a day off it
     */
    public static List<SlowChild> random(long seed, int count, List<LocalDate> days) {
        SlowChildren maker = new SlowChildren(seed, days);
        List<SlowChild> children = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            children.add(maker.child(1_000_000L + number));
        }
        return children;
    }

    private SlowChild child(long key) {
        LocalDate birth = birth();
        String bucket = bucket();
        SlowChild child = new SlowChild(
                key,
                birth,
                chance.in(48) ? "1" : chance.in(92) ? "2" : null,
                gestation(),
                bucket,
                bucket.equals("OUT_OF_AREA") ? chance.in(20) : chance.in(95),
                bucket.equals("IN_AREA") && chance.in(35) ? movedIn(birth) : null,
                List.of(),
                rolls(birth),
                0);
        List<SlowEvent> events = histories.of(child.taughtOn(lastDay)).stream()
                .filter(event -> !event.known().isAfter(lastDay))
                .toList();
        return child.with(events.toArray(SlowEvent[]::new));
    }

    private LocalDate birth() {
        LocalDate birth = anyBirth();
        while (birth.isAfter(lastDay) || birth.isBefore(FIRST_BIRTH)) {
            birth = anyBirth();
        }
        return birth;
    }

    private LocalDate anyBirth() {
        int kind = chance.between(0, 99);
        if (kind < 30) {
            return edge();
        }
        if (kind < 45) {
            return chance.oneOf(CUT_OFFS).plusDays(chance.between(-1, 1));
        }
        LocalDate recent = lastDay.minusYears(RECENT_YEARS);
        LocalDate any =
                kind < 85 ? chance.dayBetween(recent, lastDay) : chance.dayBetween(FIRST_BIRTH, recent.minusDays(1));
        return chance.in(20) ? turnOfMonth(any) : any;
    }

    /** Born so that a limit falls on a day of the comparison, or on the day before or after. */
    private LocalDate edge() {
        LocalDate day = chance.oneOf(days).plusDays(chance.between(-1, 1));
        SlowRule rule = chance.oneOf(SlowPathway.rules());
        SlowLimit limit = chance.oneOf(SlowChance.limits(rule));
        LocalDate birth = day;
        for (int attempt = 0; attempt < 4; attempt++) {
            // Who moves in is asked for too: a mover-in's limits count from that day.
            SlowChild probe = SlowChild.born(0, birth).movedIn(birth.plusDays(30));
            birth = birth.plusDays(day.toEpochDay() - limit.of(probe).toEpochDay());
        }
        return birth;
    }

    private LocalDate turnOfMonth(LocalDate day) {
        YearMonth month = YearMonth.from(chance.in(25) ? day.withMonth(2) : chance.in(30) ? day.withMonth(8) : day);
        return chance.in(70) ? month.atEndOfMonth() : month.atEndOfMonth().plusDays(1);
    }

    /** Of children of school age: none, one or two lists; most out of the year of birth, some of them too far to be believed. */
    private List<SlowRoll> rolls(LocalDate birth) {
        List<SlowRoll> rolls = new ArrayList<>();
        int lists = chance.between(0, 2);
        for (int list = 0; list < lists; list++) {
            LocalDate listed = chance.oneOf(days);
            LocalDate until = chance.in(20) ? chance.oneOf(days) : null;
            int group = SlowSchool.group(birth, listed) + chance.between(-3, 3);
            if (group >= 0 && group <= LAST_GROUP && (until == null || until.isAfter(listed))) {
                rolls.add(new SlowRoll(chance.key(), group, listed, until));
            }
        }
        return rolls;
    }

    private Integer gestation() {
        if (chance.in(20)) {
            return null;
        }
        return chance.in(35) ? chance.between(23, 39) : chance.between(40, 42);
    }

    private String bucket() {
        if (chance.in(85)) {
            return "IN_AREA";
        }
        return chance.oneOf(List.of(
                "UNTRACED",
                "UNTRACED",
                "DECEASED",
                "DECEASED",
                "OUT_OF_AREA",
                "OUT_OF_AREA",
                "LEFT_ENGLAND",
                "STILLBORN",
                "INVALIDATED",
                "AGED_OUT"));
    }

    /** On a day of the comparison, or some time before the first; null where none is within the first year. */
    private LocalDate movedIn(LocalDate birth) {
        LocalDate firstDay = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate before = chance.in(50)
                ? birth.plusDays(chance.in(40) ? chance.between(54, 58) : chance.between(29, 364))
                : firstDay.minusDays(chance.oneOf(List.of(13, 14, 15, 20, 21, 22)));
        LocalDate day = chance.in(40) && before.isBefore(firstDay) ? before : chance.oneOf(days);
        boolean inFirstYear = day.isAfter(birth.plusDays(28)) && day.isBefore(SlowLimit.addMonths(birth, 12));
        return inFirstYear ? day : null;
    }
}
