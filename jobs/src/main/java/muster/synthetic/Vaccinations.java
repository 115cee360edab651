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
        boolean isFor(LocalDate birth) {
            return (bornFrom == null || !birth.isBefore(bornFrom)) && (bornTo == null || !birth.isAfter(bornTo));
        }

        LocalDate due(LocalDate birth) {
            return birth.plusDays(7L * weeks).plusMonths(months);
        }
    }

    record Dose(Slot slot, LocalDate given, LocalDate recorded) {}

    private static final int BETWEEN_DOSES_DAYS = 28;
    private static final int ROTAVIRUS_LAST_DAYS = 24 * 7 - 1;
    private static final double NEVER_VACCINATED_PERCENT = 2.5;
    private static final double LESS_PER_DECILE_PERCENT = 0.5;
    private static final int MIDDLE_DECILE = 5;

    private final long seed;
    private final List<Slot> slots = new ArrayList<>();

    Vaccinations(ConfigFiles config, long seed) throws IOException {
        this.seed = seed;
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

    /** The doses given by {@code last}, in order of the schedule; coverage is a little lower where deprivation is greater. */
    List<Dose> of(Child child, LocalDate last) {
        Dice dice = Dice.of(seed, child.likeness(), "vaccination");
        List<Dose> doses = new ArrayList<>();
        boolean never = dice.percent(NEVER_VACCINATED_PERCENT);
        double shift = (child.home().place().decile() - MIDDLE_DECILE) * LESS_PER_DECILE_PERCENT;
        Map<String, LocalDate> visits = new HashMap<>();
        Set<String> broken = new HashSet<>();
        LocalDate previous = child.birth();
        for (Slot slot : slots) {
            boolean taken = dice.percent(slot.coverage() + 2.0 + shift);
            int recordedAfter = dice.percent(3) ? dice.between(20, 60) : dice.between(0, 1);
            int delay = dice.percent(12) ? dice.between(15, 70) : dice.between(0, 14);
            if (!slot.isFor(child.birth())) {
                continue;
            }
            LocalDate visit = visits.get(slot.visit());
            if (visit == null) {
                visit = Stage.later(slot.due(child.birth()).plusDays(delay), previous.plusDays(BETWEEN_DOSES_DAYS));
                visits.put(slot.visit(), visit);
                previous = visit;
            }
            boolean tooOld = slot.type().equals("ROTAVIRUS") && child.ageInDays(visit) > ROTAVIRUS_LAST_DAYS;
            if (never || !taken || tooOld || broken.contains(slot.type())) {
                if (slot.dose() < 2 || slot.visit().endsWith("W")) {
                    broken.add(slot.type()); // a primary course that stops is not taken up again here
                }
            } else if (!visit.isAfter(last)) {
                doses.add(new Dose(slot, visit, visit.plusDays(recordedAfter)));
            }
        }
        return doses;
    }

    private static LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
