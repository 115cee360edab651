package muster.publish.worklist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts working days: Monday to Friday without bank holidays (failsafe.md 4). */
@FunctionalInterface
public interface WorkingDays {

    /** The n-th working day after a day. */
    LocalDate after(LocalDate day, int workingDays);

    /** The calendar that leaves out weekends and the given bank holidays. */
    static WorkingDays without(Set<LocalDate> bankHolidays) {
        return (day, workingDays) -> {
            LocalDate reached = day;
            for (int counted = 0; counted < workingDays; ) {
                reached = reached.plusDays(1);
                if (reached.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !bankHolidays.contains(reached)) {
                    counted++;
                }
            }
            return reached;
        };
    }
}
