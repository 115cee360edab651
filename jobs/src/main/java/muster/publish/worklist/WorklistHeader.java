package muster.publish.worklist;

import java.time.LocalDate;
import muster.publish.DataDates;

/**
 * What one worklist file says about itself (reports.md 0.2, contract 4). Field names are the column names of the
 * table that feeds it.
 *
 * @param recipientCode ODS code of the CHIS, in capitals
 * @param recipientName its name; for restricted records, the name of the holder's post may be part of it
 * @param businessDate the working day whose list this is, D
 * @param runId id of the run that made it
 * @param marking protective marking
 * @param serviceName name of the service that runs Muster
 * @param listVersion edition of the day's list, from 1
 * @param definitionsVersion version of the definitions that were in force
 * @param childrenIn children known to the service that night
 * @param childrenAccounted children accounted for by bucket that night; equal to {@code childrenIn} when all is well
 * @param returnBy hour by which a returned list is still read the same night, for example {@code 18:00}
 * @param contact whom to ring, in one line
 * @param restricted whether this is the separate file of restricted records, for one named holder
 * @param data as-at dates of the feeds that the list rests on
 */
public record WorklistHeader(
        String recipientCode,
        String recipientName,
        LocalDate businessDate,
        String runId,
        String marking,
        String serviceName,
        int listVersion,
        String definitionsVersion,
        long childrenIn,
        long childrenAccounted,
        String returnBy,
        String contact,
        boolean restricted,
        DataDates data) {}
