package muster.acceptance;

import java.util.List;

/** Event histories of child health registers as feeds 6.2 lays them out. */
final class ChisEvt {

    static final String FEED = "chis-event";
    static final String LOCAL = "SOURCE_CHILD_IDENTIFIER";
    static final List<String> COLUMNS = List.of(
            "RECORD_ACTION",
            "SOURCE_SYSTEM_CODE",
            LOCAL,
            "SOURCE_EVENT_IDENTIFIER",
            "NHS_NUMBER",
            "PERSON_BIRTH_DATE",
            "EVENT_KIND",
            "EVENT_CODE",
            "EVENT_CODE_SCHEME",
            "EVENT_DOSE",
            "EVENT_DATE",
            "EVENT_DATE_PRECISION",
            "OFFER_DATE",
            "OUTCOME_CODE",
            "PERFORMING_ORGANISATION",
            "BATCH_NUMBER",
            "SITE_CODE",
            "COMMENT",
            "RECORDED_DATETIME");
    private static int events;

    private ChisEvt() {}

    /** An event filed as {@link ChisReg} files the child. */
    static synchronized Row of(Person person, String chis, String kind, String code, String date, String outcome) {
        events++;
        return new Row(COLUMNS)
                .with("RECORD_ACTION", "F")
                .with("SOURCE_SYSTEM_CODE", "SYS-" + chis)
                .with(LOCAL, "CH" + person.number())
                .with("SOURCE_EVENT_IDENTIFIER", "EV" + events)
                .with("NHS_NUMBER", person.number())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("EVENT_KIND", kind)
                .with("EVENT_CODE", code)
                .with("EVENT_CODE_SCHEME", code.matches("[0-9]{6,18}") ? "SNOMED" : "LOCAL")
                .with("EVENT_DATE", date)
                .with("EVENT_DATE_PRECISION", "D")
                .with("OUTCOME_CODE", outcome)
                .with("PERFORMING_ORGANISATION", "A80001")
                .with("RECORDED_DATETIME", date + "T17:00:00+00:00");
    }

    static Dropped file(String sender, String asAt, int sequence, char type, List<Row> rows) {
        return Dropped.register(
                FEED, "CHISEVT", sender, asAt, sequence, type, Lines.csv(COLUMNS, rows), rows, "NHS_NUMBER", LOCAL);
    }
}
