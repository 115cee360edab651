package muster.acceptance;

import java.util.List;

/** Health visiting caseloads as feeds 5.2 lays them out. */
final class HvCase {

    static final String FEED = "hv-caseload";
    static final String LOCAL = "LOCAL_PATIENT_IDENTIFIER_EXTENDED";
    static final List<String> COLUMNS = List.of(
            "RECORD_ACTION",
            LOCAL,
            "NHS_NUMBER",
            "NHS_NUMBER_STATUS_INDICATOR_CODE",
            "PERSON_FAMILY_NAME",
            "PERSON_GIVEN_NAME",
            "PERSON_BIRTH_DATE",
            "PERSON_STATED_GENDER_CODE",
            "POSTCODE_OF_USUAL_ADDRESS",
            "ADDRESS_LINE_1",
            "ADDRESS_LINE_2",
            "ADDRESS_LINE_3",
            "ADDRESS_LINE_4",
            "ADDRESS_LINE_5",
            "ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER",
            "CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER",
            "SERVICE_REQUEST_IDENTIFIER",
            "EPISODE_STATUS",
            "CASELOAD_START_DATE",
            "CASELOAD_END_DATE",
            "CASELOAD_END_REASON",
            "CARE_LEVEL",
            "ORGANISATION_IDENTIFIER_GP_PRACTICE_RESPONSIBILITY",
            "LOOKED_AFTER_CHILD_INDICATOR");

    private HvCase() {}

    static Row row(Person person, String provider, String start) {
        return new Row(COLUMNS)
                .with("RECORD_ACTION", "F")
                .with(LOCAL, "HV" + person.number())
                .with("NHS_NUMBER", person.number())
                .with("NHS_NUMBER_STATUS_INDICATOR_CODE", "01")
                .with("PERSON_FAMILY_NAME", person.family())
                .with("PERSON_GIVEN_NAME", person.given())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("POSTCODE_OF_USUAL_ADDRESS", person.postcode())
                .with("ADDRESS_LINE_1", person.line())
                .with("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", provider)
                .with("CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER", "T1")
                .with("SERVICE_REQUEST_IDENTIFIER", "SR" + person.number())
                .with("EPISODE_STATUS", "A")
                .with("CASELOAD_START_DATE", start)
                .with("CARE_LEVEL", "2");
    }

    static Dropped full(String sender, String asAt, int sequence, List<Row> rows) {
        return file(sender, asAt, sequence, 'F', rows);
    }

    static Dropped file(String sender, String asAt, int sequence, char type, List<Row> rows) {
        return Dropped.register(
                FEED, "HVCASE", sender, asAt, sequence, type, Lines.csv(COLUMNS, rows), rows, "NHS_NUMBER", LOCAL);
    }
}
