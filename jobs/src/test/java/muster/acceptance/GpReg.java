package muster.acceptance;

import java.util.List;

/** GP registration lists as feeds 4.3 lays them out. */
final class GpReg {

    static final String FEED = "gp-registration";
    static final String NUMBER = "NHS_NUMBER";
    static final String LOCAL = "LOCAL_PATIENT_IDENTIFIER_EXTENDED";
    static final List<String> COLUMNS = List.of(
            "RECORD_ACTION",
            NUMBER,
            "NHS_NUMBER_STATUS_INDICATOR_CODE",
            LOCAL,
            "PERSON_FAMILY_NAME",
            "PERSON_GIVEN_NAME",
            "PERSON_BIRTH_DATE",
            "PERSON_STATED_GENDER_CODE",
            "ADDRESS_LINE_1",
            "ADDRESS_LINE_2",
            "ADDRESS_LINE_3",
            "ADDRESS_LINE_4",
            "ADDRESS_LINE_5",
            "POSTCODE_OF_USUAL_ADDRESS",
            "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION",
            "START_DATE_GMP_PATIENT_REGISTRATION",
            "END_DATE_GMP_PATIENT_REGISTRATION",
            "GP_REGISTRATION_TYPE",
            "REASON_FOR_REMOVAL");

    private GpReg() {}

    static Row row(Person person, String practice, String start) {
        return new Row(COLUMNS)
                .with("RECORD_ACTION", "F")
                .with(NUMBER, person.number())
                .with("NHS_NUMBER_STATUS_INDICATOR_CODE", "01")
                .with(LOCAL, "GP" + person.number())
                .with("PERSON_FAMILY_NAME", person.family())
                .with("PERSON_GIVEN_NAME", person.given())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("PERSON_STATED_GENDER_CODE", "2")
                .with("ADDRESS_LINE_1", person.line())
                .with("POSTCODE_OF_USUAL_ADDRESS", person.postcode())
                .with("GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION", practice)
                .with("START_DATE_GMP_PATIENT_REGISTRATION", start)
                .with("GP_REGISTRATION_TYPE", "1");
    }

    static Dropped full(String sender, String asAt, int sequence, List<Row> rows) {
        return file(sender, asAt, sequence, 'F', rows);
    }

    static Dropped file(String sender, String asAt, int sequence, char type, List<Row> rows) {
        return raw(
                sender,
                asAt,
                sequence,
                type,
                Lines.csv(COLUMNS, rows).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                rows);
    }

    /** Any bytes under a control file that agrees with these rows. */
    static Dropped raw(String sender, String asAt, int sequence, char type, byte[] body, List<Row> rows) {
        return Dropped.register(FEED, "GPREG", sender, asAt, sequence, type, body, rows, NUMBER, LOCAL);
    }
}
