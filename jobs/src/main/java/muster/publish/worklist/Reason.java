package muster.publish.worklist;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One choice of a drop-down: a response that puts a case to sleep, or a reason to close it (failsafe.md 1.2 and 7).
 *
 * @param code what is stored
 * @param words what staff read
 * @param defaultDays how long the case may sleep, in days of {@code dayType}; null where months or nothing is said
 * @param dayType CALENDAR or WORKING; null without {@code defaultDays}
 * @param reviewMonths months until the case is looked at again; null for never
 * @param noteRequired whether Notes must say more
 * @param tellsLead whether the choice goes to the lead the same night and stops all letters
 * @param source where the rule comes from
 */
public record Reason(
        String code,
        String words,
        Integer defaultDays,
        DayType dayType,
        Integer reviewMonths,
        boolean noteRequired,
        boolean tellsLead,
        String source) {

    /** How days are counted. */
    public enum DayType {
        CALENDAR,
        WORKING
    }

    public Reason {
        if (defaultDays == null != (dayType == null)) {
            throw new IllegalArgumentException("Reason " + code + ": default_days and day_type go together");
        }
    }

    /** The last day until which a case may sleep for this reason; empty where it gives no sleep at all. */
    public Optional<LocalDate> lookAgainBy(LocalDate runDate, WorkingDays calendar) {
        if (defaultDays != null) {
            return Optional.of(
                    dayType == DayType.WORKING ? calendar.after(runDate, defaultDays) : runDate.plusDays(defaultDays));
        }
        return Optional.ofNullable(reviewMonths).map(runDate::plusMonths);
    }

    /** The limit as staff read it, for example {@code 10 working days}. */
    public String limitInWords() {
        if (defaultDays != null) {
            return defaultDays + (dayType == DayType.WORKING ? " working days" : " days");
        }
        return reviewMonths == null ? "" : reviewMonths + " months";
    }
}
