package muster.synthetic;

import java.time.LocalDate;
import java.time.LocalTime;
import muster.synthetic.Geography.Practice;

/**
 * A child as the seed makes it: what does not change from night to night. What a night shows of it is {@link Stage}'s.
 *
 * @param index place in the population
 * @param newName given once the newborn is named, from {@code namedOn} on; until then {@code standIn}
 * @param gender 1 male, 2 female
 * @param home where the child lives unless its story moves it
 * @param otherHome where the story's move leads, or where one who moved in came from, or null
 * @param practice the practice registered with, or to be registered with by a newborn
 * @param otherPractice the story's second practice, or that of the mother at the birth elsewhere, or null
 * @param registered start of the registration
 * @param atHomeSince start of the address
 * @param likeness index of the child whose doses this one had: its own, but for one who comes under another number
 * @param birthOrder 1 or 2
 * @param births children of this delivery
 */
record Child(
        int index,
        Part part,
        String nhs,
        LocalDate birth,
        LocalTime birthTime,
        String family,
        String newName,
        String standIn,
        LocalDate namedOn,
        int gender,
        Address home,
        Address otherHome,
        Practice practice,
        Practice otherPractice,
        LocalDate registered,
        LocalDate atHomeSince,
        int birthOrder,
        int births,
        int gestation,
        int weight,
        String ethnic,
        Canaries.Kind canary,
        int likeness) {

    /** Known on the night of day 5 at the latest, the first on which a newborn without one is an exception. */
    private static final int HEALTH_VISITOR_AFTER_DAYS = 4;

    /** The given name in use on a date. */
    String given(LocalDate date) {
        return date.isBefore(namedOn) ? standIn : newName;
    }

    int ageInDays(LocalDate date) {
        return (int) (date.toEpochDay() - birth.toEpochDay());
    }

    LocalDate fifthBirthday() {
        return birth.plusYears(5);
    }

    LocalDate healthVisitorFrom() {
        return birth.plusDays(HEALTH_VISITOR_AFTER_DAYS);
    }

    StoryKind kind() {
        return part.kind();
    }
}
