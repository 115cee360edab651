package muster.acceptance;

import java.util.List;

/** Health visiting contacts and offers as feeds 5.3 lays them out. */
final class HvCont {

    static final String FEED = "hv-contact";
    static final String LOCAL = "LOCAL_PATIENT_IDENTIFIER_EXTENDED";
    static final List<String> COLUMNS = List.of(
            "RECORD_ACTION",
            "ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER",
            "CARE_CONTACT_IDENTIFIER",
            "SERVICE_REQUEST_IDENTIFIER",
            LOCAL,
            "NHS_NUMBER",
            "PERSON_BIRTH_DATE",
            "COMMUNITY_CARE_ACTIVITY_TYPE",
            "INVITATION_DATE",
            "CARE_CONTACT_DATE",
            "CARE_CONTACT_TIME",
            "ATTENDANCE_STATUS",
            "CONSULTATION_MECHANISM",
            "ACTIVITY_LOCATION_TYPE_CODE",
            "OFFER_OUTCOME",
            "BREASTFEEDING_STATUS",
            "PERSON_WEIGHT",
            "PERSON_LENGTH_IN_CENTIMETRES",
            "ASSESSMENT_TOOL_SNOMED_CT",
            "PERSON_SCORE",
            "CARE_PROFESSIONAL_STAFF_GROUP");
    private static int contacts;

    private HvCont() {}

    /** A visit that took place, filed as {@link HvCase} files the child. */
    static synchronized Row seen(Person person, String provider, String activity, String date) {
        contacts++;
        return new Row(COLUMNS)
                .with("RECORD_ACTION", "A")
                .with("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", provider)
                .with("CARE_CONTACT_IDENTIFIER", "CC" + contacts)
                .with("SERVICE_REQUEST_IDENTIFIER", "SR" + person.number())
                .with(LOCAL, "HV" + person.number())
                .with("NHS_NUMBER", person.number())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("COMMUNITY_CARE_ACTIVITY_TYPE", activity)
                .with("CARE_CONTACT_DATE", date)
                .with("CARE_CONTACT_TIME", "10:30")
                .with("ATTENDANCE_STATUS", "5")
                .with("CONSULTATION_MECHANISM", "01")
                .with("ACTIVITY_LOCATION_TYPE_CODE", "A01");
    }

    static Dropped delta(String sender, String asAt, int sequence, List<Row> rows) {
        return Dropped.register(
                FEED, "HVCONT", sender, asAt, sequence, 'D', Lines.csv(COLUMNS, rows), rows, "NHS_NUMBER", LOCAL);
    }
}
