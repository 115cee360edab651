package muster.linkage.bench;

import java.time.LocalDate;
import muster.linkage.bench.InventedPerson.Home;

/**
 * A child as a register writes it down, with its slips.
 *
 * @param truth number of the person it is of; 0 for a child whom PDS does not hold
 * @param feed register
 * @param nhsNumber a number that passes the check, be it right or wrong; null for none
 * @param asSent what stood in the field when it was no valid number; else null
 * @param status NHS number status indicator code
 */
record InventedRecord(
        int truth,
        Register feed,
        String nhsNumber,
        String asSent,
        String status,
        String family,
        String given,
        LocalDate birth,
        String sex,
        Home home,
        String practice) {

    /** The registers that are linked. */
    enum Register {
        GP,
        HV,
        CHIS
    }
}
