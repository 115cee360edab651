package muster.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Screening results as feeds 7.2 and rulings 4 lay them out: blood spot, hearing, physical examination. */
final class Results {

    static final String SAMPLE = "LABORATORY_SAMPLE_IDENTIFIER";
    static final String RECORD = "SOURCE_RECORD_IDENTIFIER";
    static final List<String> CONDITIONS =
            List.of("PKU", "SCD", "CF", "CHT", "MCADD", "HCU", "MSUD", "GA1", "IVA", "SCID", "HT1");
    static final List<String> SPOT = spotColumns();
    static final List<String> HEARING = List.of(
            "RECORD_ACTION",
            "PROVIDER_ODS_CODE",
            RECORD,
            "NHS_NUMBER",
            "PERSON_BIRTH_DATE",
            "SCREEN_DATE",
            "LEFT_OUTCOME",
            "RIGHT_OUTCOME",
            "SUMMARY_OUTCOME",
            "RECORDED_DATETIME");
    static final List<String> PHYSICAL = List.of(
            "RECORD_ACTION",
            "PROVIDER_ODS_CODE",
            RECORD,
            "NHS_NUMBER",
            "PERSON_BIRTH_DATE",
            "EXAMINATION_DATE",
            "EXAMINATION_TIME",
            "HIPS",
            "EYES",
            "HEART",
            "TESTES",
            "BCG_ELIGIBLE",
            "RECORDED_DATETIME");
    private static int made;

    private Results() {}

    private static List<String> spotColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "RECORD_ACTION",
                "LABORATORY_ODS_CODE",
                SAMPLE,
                "NHS_NUMBER",
                "PERSON_FAMILY_NAME",
                "PERSON_BIRTH_DATE",
                "MOTHER_NHS_NUMBER",
                "POSTCODE",
                "GP_PRACTICE",
                "BLOOD_SPOT_CARD_COMPLETION_DATE",
                "SAMPLE_RECEIVED_DATE",
                "RESULT_DATE",
                "SAMPLE_SEQUENCE"));
        CONDITIONS.forEach(condition -> columns.add("STATUS_" + condition));
        return columns;
    }

    /** A sample with the same status for the nine conditions of the programme. */
    static synchronized Row spot(Person person, String taken, String received, String result, String status) {
        made++;
        Row row = new Row(SPOT)
                .with("RECORD_ACTION", "A")
                .with("LABORATORY_ODS_CODE", "RLA")
                .with(SAMPLE, "S" + made)
                .with("NHS_NUMBER", person.number())
                .with("PERSON_FAMILY_NAME", person.family())
                .with("PERSON_BIRTH_DATE", person.born())
                .with("POSTCODE", person.postcode())
                .with("BLOOD_SPOT_CARD_COMPLETION_DATE", taken)
                .with("SAMPLE_RECEIVED_DATE", received)
                .with("RESULT_DATE", result)
                .with("SAMPLE_SEQUENCE", "1");
        CONDITIONS.subList(0, 9).forEach(condition -> row.with("STATUS_" + condition, status));
        return row;
    }

    static synchronized Row hearing(Person person, String date) {
        made++;
        return head(HEARING, "RHS", person)
                .with("SCREEN_DATE", date)
                .with("LEFT_OUTCOME", "1085431000000105")
                .with("RIGHT_OUTCOME", "1085451000000103")
                .with("SUMMARY_OUTCOME", "276781000000109")
                .with("RECORDED_DATETIME", date + "T12:00:00+00:00");
    }

    /** A girl: three parts. */
    static synchronized Row physical(Person person, String date) {
        made++;
        return head(PHYSICAL, "RMA", person)
                .with("EXAMINATION_DATE", date)
                .with("EXAMINATION_TIME", "09:15")
                .with("HIPS", "985701000000100")
                .with("EYES", "989071000000108")
                .with("HEART", "988511000000100")
                .with("BCG_ELIGIBLE", "N")
                .with("RECORDED_DATETIME", date + "T12:00:00+00:00");
    }

    private static Row head(List<String> columns, String provider, Person person) {
        return new Row(columns)
                .with("RECORD_ACTION", "A")
                .with("PROVIDER_ODS_CODE", provider)
                .with(RECORD, "R" + made)
                .with("NHS_NUMBER", person.number())
                .with("PERSON_BIRTH_DATE", person.born());
    }

    static Dropped spots(String asAt, int sequence, List<Row> rows) {
        return Dropped.register(
                "nbs-result", "NBSRES", "RLA", asAt, sequence, 'D', Lines.csv(SPOT, rows), rows, "NHS_NUMBER", SAMPLE);
    }

    static Dropped hearings(String asAt, int sequence, List<Row> rows) {
        String text = Lines.csv(HEARING, rows);
        return Dropped.register("nhsp-result", "NHSPRES", "RHS", asAt, sequence, 'D', text, rows, "NHS_NUMBER", RECORD);
    }

    static Dropped physicals(String asAt, int sequence, List<Row> rows) {
        String text = Lines.csv(PHYSICAL, rows);
        return Dropped.register("nipe-result", "NIPERES", "RMA", asAt, sequence, 'D', text, rows, "NHS_NUMBER", RECORD);
    }
}
