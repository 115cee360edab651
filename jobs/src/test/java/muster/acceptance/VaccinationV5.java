package muster.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Vaccination files of the national service as feeds 8.1 lays them out. */
final class VaccinationV5 {

    static final String FEED = "vaccination-v5";
    static final List<String> COLUMNS = List.of(
            "NHS_NUMBER",
            "PERSON_FORENAME",
            "PERSON_SURNAME",
            "PERSON_DOB",
            "PERSON_GENDER_CODE",
            "PERSON_POSTCODE",
            "DATE_AND_TIME",
            "SITE_CODE",
            "SITE_CODE_TYPE_URI",
            "UNIQUE_ID",
            "UNIQUE_ID_URI",
            "ACTION_FLAG",
            "PERFORMING_PROFESSIONAL_FORENAME",
            "PERFORMING_PROFESSIONAL_SURNAME",
            "RECORDED_DATE",
            "PRIMARY_SOURCE",
            "VACCINATION_PROCEDURE_CODE",
            "VACCINATION_PROCEDURE_TERM",
            "DOSE_SEQUENCE",
            "VACCINE_PRODUCT_CODE",
            "VACCINE_PRODUCT_TERM",
            "VACCINE_MANUFACTURER",
            "BATCH_NUMBER",
            "EXPIRY_DATE",
            "SITE_OF_VACCINATION_CODE",
            "SITE_OF_VACCINATION_TERM",
            "ROUTE_OF_VACCINATION_CODE",
            "ROUTE_OF_VACCINATION_TERM",
            "DOSE_AMOUNT",
            "DOSE_UNIT_CODE",
            "DOSE_UNIT_TERM",
            "INDICATION_CODE",
            "LOCATION_CODE",
            "LOCATION_CODE_TYPE_URI");
    private static int events;

    private VaccinationV5() {}

    static synchronized Row given(Person person, String procedure, String date) {
        events++;
        return new Row(COLUMNS)
                .with("NHS_NUMBER", person.number())
                .with("PERSON_FORENAME", person.given())
                .with("PERSON_SURNAME", person.family())
                .with("PERSON_DOB", person.compactBorn())
                .with("PERSON_GENDER_CODE", "2")
                .with("PERSON_POSTCODE", person.postcode())
                .with("DATE_AND_TIME", date.replace("-", "") + "T10300000")
                .with("SITE_CODE", "A80001")
                .with("SITE_CODE_TYPE_URI", "https://fhir.nhs.uk/Id/ods-organization-code")
                .with("UNIQUE_ID", "acceptance-" + events)
                .with("UNIQUE_ID_URI", "https://supplier.example/ids")
                .with("ACTION_FLAG", "new")
                .with("RECORDED_DATE", date.replace("-", ""))
                .with("PRIMARY_SOURCE", "TRUE")
                .with("VACCINATION_PROCEDURE_CODE", procedure)
                .with("VACCINATION_PROCEDURE_TERM", "Administration of vaccine")
                .with("BATCH_NUMBER", "B" + events)
                .with("LOCATION_CODE", "X99999")
                .with("LOCATION_CODE_TYPE_URI", "https://fhir.nhs.uk/Id/ods-organization-code");
    }

    static Dropped file(String type, String stamp, List<Row> rows) {
        List<String> lines = new ArrayList<>(List.of(String.join("|", COLUMNS)));
        rows.forEach(row -> lines.add(row.line("|", true)));
        return Dropped.plain(
                FEED, type + "_Vaccinations_v5_YGM41_" + stamp + "00.csv", String.join("\n", lines) + "\n");
    }
}
