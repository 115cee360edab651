package muster.publish.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * One open case on a worklist (reports.md 5.2). Field names are the column names of the table that feeds it; texts
 * that are not known are null. Rows must come in {@link #ORDER}.
 *
 * @param caseId permanent id of the exception; part of the row key, never shown
 * @param caseRef what people call the case, as {@link CaseRef} makes it
 * @param baseline raised at the first load: stands on sheet Baseline
 * @param restricted a restricted record: only ever in the named holder's own file
 * @param severity 1 to 4, as on the list tonight
 * @param actionByDate the day by which someone must act
 * @param raisedDate the day the case was raised; days open are counted from it
 * @param typeCode exception type, {@code FS-nnn}
 * @param missingName what is missing, in plain words, for example {@code GP registration}
 * @param personFamilyName family name
 * @param personGivenName given name
 * @param nhsNumber ten digits, as held
 * @param personBirthDate date of birth; null where none is held
 * @param lastKnownAddress address on one line
 * @param postcode postcode
 * @param practiceCode ODS code of the last known practice
 * @param practiceName its name
 * @param hvTeam health visiting team
 * @param reason why the case is on the list: one sentence, facts and dates, no codes
 * @param telephone for Details
 * @param schoolName for Details; given from school age on
 * @param motherName for Details; given for babies only
 * @param motherNhsNumber for Details; given for babies only
 * @param incompleteElements parts still missing, for example screening conditions
 * @param incrementNo times raised
 * @param escalationLevel 1 service, 2 manager, 3 service lead
 * @param lastActions the last three actions, coded words with date and initials, one a line; never free text
 */
public record WorklistRow(
        String caseId,
        String caseRef,
        boolean baseline,
        boolean restricted,
        int severity,
        LocalDate actionByDate,
        LocalDate raisedDate,
        String typeCode,
        String missingName,
        String personFamilyName,
        String personGivenName,
        String nhsNumber,
        LocalDate personBirthDate,
        String lastKnownAddress,
        String postcode,
        String practiceCode,
        String practiceName,
        String hvTeam,
        String reason,
        String telephone,
        String schoolName,
        String motherName,
        String motherNhsNumber,
        String incompleteElements,
        int incrementNo,
        int escalationLevel,
        String lastActions) {

    /** Sheet Worklist before sheet Baseline; in each: priority, due by, longest open, case ref (reports.md 5.3). */
    public static final Comparator<WorklistRow> ORDER = Comparator.comparing(WorklistRow::baseline)
            .thenComparing(row -> WorklistWords.priority(row.severity()))
            .thenComparing(WorklistRow::actionByDate)
            .thenComparing(WorklistRow::raisedDate)
            .thenComparing(WorklistRow::caseRef);

    private static final String CONTACT_THE_LEAD = "Contact the failsafe lead";

    public WorklistRow {
        Objects.requireNonNull(caseId, "case_id");
        Objects.requireNonNull(caseRef, "case_ref");
        Objects.requireNonNull(actionByDate, "action_by_date");
        Objects.requireNonNull(raisedDate, "raised_date");
    }

    /**
     * The same case as its named holder may see it: initials, NHS number and the task, with nothing that tells where
     * the child is (failsafe.md 2.4, SG-05).
     */
    WorklistRow forNamedHolder() {
        return new WorklistRow(
                caseId,
                caseRef,
                baseline,
                restricted,
                severity,
                actionByDate,
                raisedDate,
                typeCode,
                missingName,
                WorklistWords.initial(personFamilyName),
                WorklistWords.initial(personGivenName),
                nhsNumber,
                null,
                null,
                null,
                null,
                null,
                null,
                CONTACT_THE_LEAD,
                null,
                null,
                null,
                null,
                incompleteElements,
                incrementNo,
                escalationLevel,
                null);
    }

    /** The case ref alone: nothing here may lead to a child from a log (SG-14). */
    @Override
    public String toString() {
        return "WorklistRow[" + caseRef + "]";
    }
}
