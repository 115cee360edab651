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
 * @param source the source system, where the register is of a child health organisation
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
        String practice,
        String source) {

    /** The one source that there usually is. */
    static final String USUAL_SOURCE = "BENCH";

    /** A record of the usual source. */
    InventedRecord(
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
        this(truth, feed, nhsNumber, asSent, status, family, given, birth, sex, home, practice, USUAL_SOURCE);
    }

    /** The registers that are linked. */
    enum Register {
        GP,
        HV,
        CHIS
    }
}
