package muster.linkage.bench;

import java.time.LocalDate;

/**
 * A child as PDS would hold it.
 *
 * @param number 1 and up; the key of the person's record
 * @param nhsNumber ten digits that pass the check
 * @param family as PDS has it now
 * @param previousFamily the name before, where PDS says so; else null
 * @param otherFamily a name of the other parent, under which a register may hold the child
 * @param given first name
 * @param middle second name
 * @param birth date of birth
 * @param girl sex; null where not known
 * @param home where the child lives now
 * @param formerHome where it lived before
 * @param practice of the home
 * @param twinOf number of the twin; 0 for none
 */
record InventedPerson(
        int number,
        String nhsNumber,
        String family,
        String previousFamily,
        String otherFamily,
        String given,
        String middle,
        LocalDate birth,
        Boolean girl,
        Home home,
        Home formerHome,
        String practice,
        int twinOf) {

    /** An address. */
    record Home(String line, String postcode) {}
}
