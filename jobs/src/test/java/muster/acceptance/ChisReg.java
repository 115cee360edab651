package muster.acceptance;

import java.util.List;

/** Child health registers as feeds 6.1 lays them out. */
final class ChisReg {

    static final String FEED = "chis-register";
    static final String LOCAL = "SOURCE_CHILD_IDENTIFIER";
    static final List<String> COLUMNS = List.of(
            "RECORD_ACTION",
            "SOURCE_SYSTEM_CODE",
            LOCAL,
            "NHS_NUMBER",
            "NHS_NUMBER_STATUS_INDICATOR_CODE",
            "PERSON_FAMILY_NAME",
            "PERSON_GIVEN_NAME",
            "PREVIOUS_FAMILY_NAME",
            "PERSON_BIRTH_DATE",
            "PERSON_BIRTH_TIME",
            "BIRTH_ORDER",
            "NUMBER_OF_BIRTHS",
            "GESTATION_LENGTH_AT_BIRTH",
            "BIRTH_WEIGHT",
            "PERSON_STATED_GENDER_CODE",
            "ETHNIC_CATEGORY",
            "ADDRESS_LINE_1",
            "ADDRESS_LINE_2",
            "ADDRESS_LINE_3",
            "ADDRESS_LINE_4",
            "ADDRESS_LINE_5",
            "POSTCODE_OF_USUAL_ADDRESS",
            "ADDRESS_START_DATE",
            "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION",
            "ORGANISATION_IDENTIFIER_HEALTH_VISITING_PROVIDER",
            "ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION",
            "RECORD_STATUS",
            "RECORD_STATUS_DATE",
            "MOVED_TO_ORGANISATION",
            "PERSON_DEATH_DATE",
            "MOTHER_NHS_NUMBER",
            "SCHOOL_URN",
            "LOOKED_AFTER_CHILD_INDICATOR",
            "INTERPRETER_LANGUAGE_CODE",
            "RESTRICTED_INDICATOR",
            "CONSENT_WITHHELD_PROGRAMMES",
            "LAST_UPDATED_DATETIME");

    private ChisReg() {}

    static Row row(Person person, String chis, String statusDate) {
        return new Row(COLUMNS)
                .with("RECORD_ACTION", "F")
                .with("SOURCE_SYSTEM_CODE", "SYS-" + chis)
                .with(LOCAL, "CH" + person.number())
                .with("NHS_NUMBER", person.number())
                .with("NHS_NUMBER_STATUS_INDICATOR_CODE", "01")
                .with("PERSON_FAMILY_NAME", person.family())
                .with("PERSON_GIVEN_NAME", person.given())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("ADDRESS_LINE_1", person.line())
                .with("POSTCODE_OF_USUAL_ADDRESS", person.postcode())
                .with("ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION", chis)
                .with("RECORD_STATUS", "10")
                .with("RECORD_STATUS_DATE", statusDate)
                .with("RESTRICTED_INDICATOR", "N")
                .with("LAST_UPDATED_DATETIME", statusDate + "T09:30:00+00:00");
    }

    static Dropped full(String sender, String asAt, int sequence, List<Row> rows) {
        return file(sender, asAt, sequence, 'F', rows);
    }

    static Dropped file(String sender, String asAt, int sequence, char type, List<Row> rows) {
        return Dropped.register(
                FEED, "CHISREG", sender, asAt, sequence, type, Lines.csv(COLUMNS, rows), rows, "NHS_NUMBER", LOCAL);
    }
}
