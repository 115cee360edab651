package muster.definition;

import java.time.LocalDate;
import java.util.List;

/**
 * One dated rule of the vaccination schedule (pathway 5.3): which children have a slot, and when.
 *
 * @param rule permanent rule id, for example {@code MENB-2-NEW}
 * @param version raised by one whenever a date or age changes
 * @param slot pathway item code, for example {@code VAC-12W-MENB} (rulings 4)
 * @param programmes any of which fills the slot
 * @param dose number of the dose in the course
 * @param bornFrom first birth date; null for no limit
 * @param bornTo last birth date; null for no limit
 * @param dueAge age at which it is due; null for a school slot
 * @param dueYear school year group in which it is due; null for an age slot
 * @param minAge youngest valid age; null for none
 * @param maxAge do not invite from the day after this age is reached; null for none
 * @param intervalDays fewest days since the last dose of {@code intervalFrom}; null for none
 * @param intervalFrom programmes whose last dose starts the interval; empty means the slot's own
 * @param effectiveFrom first day on which the rule is in force; null for always
 * @param target end of the target window; null for a school slot
 * @param amber and {@code red}: failsafe raises and escalates; null for a school slot
 * @param responsible owner role of the slot
 */
public record VaccinationSlot(
        String rule,
        int version,
        String slot,
        String title,
        List<String> programmes,
        int dose,
        LocalDate bornFrom,
        LocalDate bornTo,
        Age dueAge,
        Integer dueYear,
        Age minAge,
        Age maxAge,
        Integer intervalDays,
        List<String> intervalFrom,
        LocalDate effectiveFrom,
        Age target,
        Age amber,
        Age red,
        String responsible,
        String source,
        String confidence) {

    public VaccinationSlot {
        programmes = Lists.orEmpty(programmes);
        intervalFrom = Lists.orEmpty(intervalFrom);
    }
}
