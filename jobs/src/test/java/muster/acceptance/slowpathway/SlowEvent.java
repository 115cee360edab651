package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * One thing that a source told of a child, with the columns of the register's events.
 *
 * @param key record; several elements may share it
 * @param element part of the record, such as a condition or an ear; empty where it has none
 * @param kind VACC, HVRV, NBSS, NHSP, NIPE or NCMP
 * @param programme kind of vaccine; null for the other kinds
 * @param code activity, condition or screen
 * @param date day on which it happened, or is to happen
 * @param offered day of the offer; null for none told
 * @param result day of the result; null for none told
 * @param recorded day of the record; null for none told
 * @param outcome as the register keeps it
 * @param mechanism how the contact was made; null for not told
 * @param organisation who did it, the laboratory for a blood spot
 * @param primary whether its maker tells it
 * @param withdrawn whether it was taken back
 * @param known first day on which it can be known
 */
public record SlowEvent(
        long key,
        String element,
        String kind,
        String programme,
        String code,
        LocalDate date,
        LocalDate offered,
        LocalDate result,
        LocalDate recorded,
        String outcome,
        String mechanism,
        String organisation,
        boolean primary,
        boolean withdrawn,
        LocalDate known) {

    static SlowEvent dose(long key, String programme, LocalDate date) {
        return plain(key, "", "VACC", programme, programme, date, "COMPLETED");
    }

    static SlowEvent notGiven(long key, String programme, LocalDate date, String reason) {
        return plain(key, "", "VACC", programme, programme, date, reason);
    }

    static SlowEvent review(long key, String activity, LocalDate date, String outcome) {
        return plain(key, "", "HVRV", null, activity, date, outcome);
    }

    static SlowEvent spot(long key, String condition, LocalDate sampled, String status) {
        return plain(key, condition, "NBSS", null, condition, sampled, status);
    }

    static SlowEvent hearing(long key, String element, LocalDate date, String outcome) {
        return plain(key, element, "NHSP", null, "NHSP", date, outcome);
    }

    static SlowEvent examination(long key, String screen, String element, LocalDate date, String outcome) {
        return plain(key, element, "NIPE", null, screen, date, outcome);
    }

    static SlowEvent measured(long key, LocalDate date) {
        return plain(key, "", "NCMP", null, "NCMP", date, "COMPLETED");
    }

    private static SlowEvent plain(
            long key, String element, String kind, String programme, String code, LocalDate date, String outcome) {
        return new SlowEvent(
                key, element, kind, programme, code, date, null, null, null, outcome, null, null, true, false, date);
    }

    SlowEvent offeredOn(LocalDate day) {
        return new SlowEvent(
                key,
                element,
                kind,
                programme,
                code,
                date,
                day,
                result,
                recorded,
                outcome,
                mechanism,
                organisation,
                primary,
                withdrawn,
                known);
    }

    /** Told ahead of its day, as an appointment is. */
    SlowEvent knownOn(LocalDate day) {
        return new SlowEvent(
                key,
                element,
                kind,
                programme,
                code,
                date,
                offered,
                result,
                recorded,
                outcome,
                mechanism,
                organisation,
                primary,
                withdrawn,
                day);
    }

    /** With the days of its result and its record; it is known when the last of its days has come. */
    SlowEvent toldOn(LocalDate resultDay, LocalDate recordDay) {
        LocalDate last = Stream.of(date, resultDay == null ? date : resultDay, recordDay == null ? date : recordDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new SlowEvent(
                key,
                element,
                kind,
                programme,
                code,
                date,
                offered,
                resultDay,
                recordDay,
                outcome,
                mechanism,
                organisation,
                primary,
                withdrawn,
                last);
    }

    SlowEvent by(String who) {
        return new SlowEvent(
                key, element, kind, programme, code, date, offered, result, recorded, outcome, mechanism, who, primary,
                withdrawn, known);
    }

    SlowEvent through(String channel) {
        return new SlowEvent(
                key,
                element,
                kind,
                programme,
                code,
                date,
                offered,
                result,
                recorded,
                outcome,
                channel,
                organisation,
                primary,
                withdrawn,
                known);
    }

    /** As another source tells it once more. */
    SlowEvent toldAgain(long otherKey, LocalDate recordDay) {
        return new SlowEvent(
                        otherKey,
                        element,
                        kind,
                        programme,
                        code,
                        date,
                        offered,
                        null,
                        null,
                        outcome,
                        mechanism,
                        organisation,
                        false,
                        withdrawn,
                        known)
                .toldOn(null, recordDay);
    }

    SlowEvent takenBack() {
        return new SlowEvent(
                key,
                element,
                kind,
                programme,
                code,
                date,
                offered,
                result,
                recorded,
                outcome,
                mechanism,
                organisation,
                primary,
                true,
                known);
    }
}
