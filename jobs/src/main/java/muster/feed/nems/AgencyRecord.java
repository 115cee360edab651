package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an agency says in one message (feeds.md 5.1, 7.1, 8.2): a caseload episode, a screening encounter or a
 * vaccination, complete each time. Identifier, event code and publisher together are its key for ever.
 *
 * @param identifierSystem who gives the identifier; empty where the message does not say
 * @param identifier the publisher's own key of the record
 * @param status state of the episode, encounter or immunisation, as sent
 * @param type care setting of an episode, encounter type of a screen; null for a vaccination
 * @param organisation ODS code of who holds the episode or did the screen
 * @param site ODS code of the place
 * @param start first day of the episode, day of the screen
 * @param end last day of the episode
 * @param team identifier of the team
 * @param issued day on which the outcome was received
 * @param comment category of the professional comment: in a physical examination the only sign of which it is
 * @param results what was found, one for each procedure or observation, in their order
 * @param dose the vaccination; null in other messages
 */
record AgencyRecord(
        String identifierSystem,
        String identifier,
        String status,
        String type,
        String organisation,
        String site,
        LocalDate start,
        LocalDate end,
        String team,
        LocalDate issued,
        String comment,
        List<Result> results,
        Dose dose) {

    AgencyRecord {
        results = List.copyOf(results);
    }

    /**
     * One finding.
     *
     * @param code SNOMED CT code of the procedure or observation
     * @param outcome code of what came of it, of whatever system; null where none was sent
     * @param date day of it, null where only the encounter has one
     */
    record Result(String code, String outcome, LocalDate date) {}

    /**
     * A vaccination given, or not given for a reason.
     *
     * @param procedure SNOMED CT procedure, or the situation that it was not done
     * @param product dm+d product; null when nothing was given
     * @param notGiven true when nothing was given
     * @param given when
     * @param batch number of the batch
     * @param sequence number of the dose as sent
     * @param reason why it was not given; null when it was
     * @param primarySource recorded by who gave it
     */
    record Dose(
            String procedure,
            String product,
            boolean notGiven,
            Instant given,
            String batch,
            Integer sequence,
            String reason,
            Boolean primarySource) {}

    /** The landing column of a finding or a dose that lies after a date; null where none does. */
    String futureField(LocalDate date) {
        if (results.stream()
                .anyMatch(result -> result.date() != null && result.date().isAfter(date))) {
            return "result_date";
        }
        boolean later = dose != null
                && dose.given() != null
                && dose.given().atZone(FhirDates.LONDON).toLocalDate().isAfter(date);
        return later ? "vaccination_date_time" : null;
    }

    /** Says nothing about the person (SG-14). */
    @Override
    public String toString() {
        return "AgencyRecord[" + results.size() + " results]";
    }
}
