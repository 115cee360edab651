package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.function.BiPredicate;

/**
 * Which children have an item, and on which days.
 *
 * @param item code of the item
 * @param bornFrom first birth date; null for no limit
 * @param bornTo last birth date; null for no limit
 * @param asTaught whether those birth dates stand for school years
 * @param from first day on which the rule is in force; null for always
 * @param who which of these children on a day
 * @param due from when it is owed
 * @param earliest what happens before does not count; null for no limit
 * @param target last day of its window
 * @param amber day on which it is overdue; null for never
 * @param red day on which it is long overdue; null for never
 * @param latest last day on which it can be done; null for no limit
 * @param course vaccines that are counted together; null for other items
 * @param dose number of the dose; 0 for other items
 */
record SlowRule(
        String item,
        LocalDate bornFrom,
        LocalDate bornTo,
        boolean asTaught,
        LocalDate from,
        BiPredicate<SlowChild, LocalDate> who,
        SlowLimit due,
        SlowLimit earliest,
        SlowLimit target,
        SlowLimit amber,
        SlowLimit red,
        SlowLimit latest,
        String course,
        int dose) {

    static SlowRule of(String item, SlowLimit due, SlowLimit earliest, SlowLimit target) {
        return new SlowRule(
                item, null, null, false, null, (child, day) -> true, due, earliest, target, null, null, null, null, 0);
    }

    SlowRule overdue(SlowLimit amberDay, SlowLimit redDay) {
        return new SlowRule(
                item, bornFrom, bornTo, asTaught, from, who, due, earliest, target, amberDay, redDay, latest, course,
                dose);
    }

    SlowRule until(SlowLimit last) {
        return new SlowRule(
                item, bornFrom, bornTo, asTaught, from, who, due, earliest, target, amber, red, last, course, dose);
    }

    SlowRule born(LocalDate first, LocalDate last) {
        return new SlowRule(
                item, first, last, asTaught, from, who, due, earliest, target, amber, red, latest, course, dose);
    }

    SlowRule inForceFrom(LocalDate day) {
        return new SlowRule(
                item, bornFrom, bornTo, asTaught, day, who, due, earliest, target, amber, red, latest, course, dose);
    }

    SlowRule only(BiPredicate<SlowChild, LocalDate> whom) {
        return new SlowRule(
                item, bornFrom, bornTo, asTaught, from, whom, due, earliest, target, amber, red, latest, course, dose);
    }

    SlowRule fills(String name, int number) {
        return new SlowRule(
                item, bornFrom, bornTo, asTaught, from, who, due, earliest, target, amber, red, latest, name, number);
    }

    /** Who is taught with those born from one 1 September to a 31 August. */
    SlowRule taughtAsBorn(LocalDate first, LocalDate last) {
        return new SlowRule(
                item, first, last, true, from, who, due, earliest, target, amber, red, latest, course, dose);
    }

    /** Whether the birth date is one of the rule's. */
    boolean born(SlowChild child) {
        LocalDate birth = asTaught ? SlowLimit.addMonths(child.birth(), 12 * child.yearsLater()) : child.birth();
        return (bornFrom == null || !birth.isBefore(bornFrom)) && (bornTo == null || !birth.isAfter(bornTo));
    }

    boolean fits(SlowChild child, LocalDate day) {
        return born(child) && (from == null || !day.isBefore(from)) && who.test(child, day);
    }

    /** The day of a limit for a child; null for no limit. */
    static LocalDate day(SlowLimit limit, SlowChild child) {
        return limit == null ? null : limit.of(child);
    }

    /** Whether something that happened on a day counts. */
    boolean counts(SlowChild child, LocalDate day) {
        return earliest == null || !day.isBefore(earliest.of(child));
    }
}
