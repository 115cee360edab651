package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A child's vaccinations from the seed: which of the schedule's doses, when given, when recorded. */
final class Vaccinations {
    /** A line of {@code vaccination_schedule.csv}. */
    record Slot(
            String code,
            String type,
            String procedure,
            String term,
            int dose,
            String visit,
            LocalDate bornFrom,
            LocalDate bornTo,
            int weeks,
            int months,
            int coverage,
            String siteCode,
            String siteTerm,
            String routeCode,
            String routeTerm) {
        boolean isFor(Child child) {
            LocalDate birth = child.birth();
            return (!visit.equals(BCG) || bcgEligible(child))
                    && (bornFrom == null || !birth.isBefore(bornFrom))
                    && (bornTo == null || !birth.isAfter(bornTo));
        }

        LocalDate due(LocalDate birth) {
            return birth.plusDays(7L * weeks).plusMonths(months);
        }
    }

    record Dose(Slot slot, LocalDate given, LocalDate recorded) {}

    /** The visit of the dose that only some babies have. */
    static final String BCG = "BCG";

    private static final int BCG_FOR_ONE_IN = 40;
    private static final int CAUGHT_UP_PERCENT = 80;
    private static final int CAUGHT_UP_FROM_DAYS = 750;
    private static final int CAUGHT_UP_BOOSTER_FROM_DAYS = 1_700;
    private static final int CAUGHT_UP_AFTER_DAYS = 60;
    /** Courses that nobody of that age needs any more. */
    private static final Set<String> NOT_CAUGHT_UP = Set.of("MENB", "PNEUMOCOCCAL", "ROTAVIRUS", "BCG");

    private static final int BETWEEN_DOSES_DAYS = 28;
    private static final int ROTAVIRUS_LAST_DAYS = 24 * 7 - 1;
    private static final double NEVER_VACCINATED_PERCENT = 1.2;
    private static final double LESS_PER_DECILE_PERCENT = 0.5;
    private static final int MIDDLE_DECILE = 5;

    private final long seed;
    private final boolean asPlanned;
    private final PathwayFaults faults;
    private final List<Slot> slots = new ArrayList<>();

    /** @param asPlanned whether every child has every dose in time, but for the faults */
    Vaccinations(ConfigFiles config, long seed, boolean asPlanned, PathwayFaults faults) throws IOException {
        this.seed = seed;
        this.asPlanned = asPlanned;
        this.faults = faults;
        List<String> lines = config.text("vaccination_schedule.csv")
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
        for (String line : lines) {
            String[] cell = line.split(",", -1);
            slots.add(new Slot(
                    cell[0],
                    cell[1],
                    cell[2],
                    cell[3],
                    Integer.parseInt(cell[4]),
                    cell[5],
                    date(cell[6]),
                    date(cell[7]),
                    number(cell[8]),
                    number(cell[9]),
                    Integer.parseInt(cell[10]),
                    cell[11],
                    cell[12],
                    cell[13],
                    cell[14]));
        }
    }

    /** Whether the newborn examination finds that the child should have BCG. */
    static boolean bcgEligible(Child child) {
        // A child without any dose would lack this one as well: another fault than the one that is meant.
        return child.likeness() % BCG_FOR_ONE_IN == 0 && child.kind() != StoryKind.NO_FIRST_DOSE
                || child.kind() == StoryKind.BCG_NOT_GIVEN
                || child.kind() == StoryKind.BCG_BEFORE_RESULT;
    }

    /** The doses given by {@code last}, in order of the schedule; coverage is a little lower where deprivation is greater. */
    List<Dose> of(Child child, LocalDate last) {
        Dice dice = Dice.of(seed, child.likeness(), "vaccination");
        boolean planned = asPlanned || child.kind().pathway();
        List<Dose> doses = new ArrayList<>();
        boolean never = dice.percent(NEVER_VACCINATED_PERCENT) && !planned;
        double shift = (child.home().place().decile() - MIDDLE_DECILE) * LESS_PER_DECILE_PERCENT;
        Map<String, LocalDate> visits = new HashMap<>();
        Map<String, Integer> missed = new HashMap<>();
        Set<String> broken = new HashSet<>();
        LocalDate previous = child.birth();
        for (Slot slot : slots) {
            boolean taken = dice.percent(slot.coverage() + 2.0 + shift) || planned;
            int late = dice.percent(3) ? dice.between(20, 60) : 0;
            int delay = dice.percent(12) ? dice.between(15, 70) : dice.between(0, 14);
            boolean caughtUp = dice.percent(CAUGHT_UP_PERCENT);
            if (!slot.isFor(child)) {
                continue;
            }
            LocalDate visit = visits.get(slot.visit());
            if (visit == null) {
                int after = planned ? delay % 15 : delay;
                visit = Stage.later(slot.due(child.birth()).plusDays(after), previous.plusDays(BETWEEN_DOSES_DAYS));
                visits.put(slot.visit(), visit);
                previous = visit;
            }
            boolean tooOld = slot.type().equals("ROTAVIRUS") && child.ageInDays(visit) > ROTAVIRUS_LAST_DAYS;
            LocalDate given = faults.given(child, slot, visit);
            if (never || !taken || tooOld || broken.contains(slot.type())) {
                if (slot.dose() < 2 || slot.visit().endsWith("W")) {
                    broken.add(slot.type()); // a primary course that stops is taken up again after the second birthday
                }
                given = never || !caughtUp ? null : caughtUp(child, slot, missed);
            }
            if (given != null && !given.isAfter(last)) {
                doses.add(new Dose(slot, given, given.plusDays(planned ? 0 : late)));
            }
        }
        return doses;
    }

    /** The late day of a missed dose, each of a type some time after the one before; null where it is not made up for. */
    private static LocalDate caughtUp(Child child, Slot slot, Map<String, Integer> missed) {
        if (NOT_CAUGHT_UP.contains(slot.type())) {
            return null;
        }
        int nth = missed.merge(slot.type(), 1, Integer::sum);
        int from = slot.visit().equals("PSB") ? CAUGHT_UP_BOOSTER_FROM_DAYS : CAUGHT_UP_FROM_DAYS;
        return child.birth().plusDays(from + (long) nth * CAUGHT_UP_AFTER_DAYS);
    }

    private static LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
