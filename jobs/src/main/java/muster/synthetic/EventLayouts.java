package muster.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import muster.synthetic.Care.BodyCheck;
import muster.synthetic.Care.Contact;
import muster.synthetic.Care.HearingScreen;
import muster.synthetic.Care.Sample;

/** Rows of the event layouts with their headers: {@code feeds.md} 5.3, 6.2 and 7.2, {@code rulings.md} 4. */
final class EventLayouts {
    static final String HVCONT =
            "RECORD_ACTION,ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER,CARE_CONTACT_IDENTIFIER,SERVICE_REQUEST_IDENTIFIER,"
                    + "LOCAL_PATIENT_IDENTIFIER_EXTENDED,NHS_NUMBER,PERSON_BIRTH_DATE,COMMUNITY_CARE_ACTIVITY_TYPE,"
                    + "INVITATION_DATE,CARE_CONTACT_DATE,CARE_CONTACT_TIME,ATTENDANCE_STATUS,CONSULTATION_MECHANISM,"
                    + "ACTIVITY_LOCATION_TYPE_CODE,OFFER_OUTCOME,BREASTFEEDING_STATUS,PERSON_WEIGHT,"
                    + "PERSON_LENGTH_IN_CENTIMETRES,ASSESSMENT_TOOL_SNOMED_CT,PERSON_SCORE,CARE_PROFESSIONAL_STAFF_GROUP";
    static final String CHISEVT =
            "RECORD_ACTION,SOURCE_SYSTEM_CODE,SOURCE_CHILD_IDENTIFIER,SOURCE_EVENT_IDENTIFIER,NHS_NUMBER,PERSON_BIRTH_DATE,"
                    + "EVENT_KIND,EVENT_CODE,EVENT_CODE_SCHEME,EVENT_DOSE,EVENT_DATE,EVENT_DATE_PRECISION,OFFER_DATE,"
                    + "OUTCOME_CODE,PERFORMING_ORGANISATION,BATCH_NUMBER,SITE_CODE,COMMENT,RECORDED_DATETIME";
    static final String NHSPRES =
            "RECORD_ACTION,PROVIDER_ODS_CODE,SOURCE_RECORD_IDENTIFIER,NHS_NUMBER,PERSON_BIRTH_DATE,SCREEN_DATE,LEFT_OUTCOME,"
                    + "RIGHT_OUTCOME,SUMMARY_OUTCOME,RECORDED_DATETIME";
    static final String NIPERES =
            "RECORD_ACTION,PROVIDER_ODS_CODE,SOURCE_RECORD_IDENTIFIER,NHS_NUMBER,PERSON_BIRTH_DATE,EXAMINATION_DATE,"
                    + "EXAMINATION_TIME,HIPS,EYES,HEART,TESTES,BCG_ELIGIBLE,RECORDED_DATETIME";
    private static final String NBSRES_START =
            "RECORD_ACTION,LABORATORY_ODS_CODE,LABORATORY_SAMPLE_IDENTIFIER,NHS_NUMBER,PERSON_FAMILY_NAME,PERSON_BIRTH_DATE,"
                    + "MOTHER_NHS_NUMBER,POSTCODE,GP_PRACTICE,BLOOD_SPOT_CARD_COMPLETION_DATE,SAMPLE_RECEIVED_DATE,RESULT_DATE,"
                    + "SAMPLE_SEQUENCE";

    private static final String LOCAL = "LOCAL";
    private static final String SNOMED = "SNOMED";
    private static final String HOME = "A01";
    private static final String HEALTH_VISITOR = "C04";
    private static final String NEW_BIRTH_VISIT = "08";
    private static final String DAY = "D";

    private EventLayouts() {}

    static String nbsres(CarePlan plan) {
        return NBSRES_START
                + plan.conditions().stream()
                        .map(condition -> ",STATUS_" + condition.code())
                        .collect(Collectors.joining());
    }

    /** @param asAt before the outcome was told the row is the appointment */
    static String contact(
            String action, Child child, World now, String provider, String key, Contact contact, LocalDate asAt) {
        boolean over = !contact.told().isAfter(asAt);
        boolean seen = contact.attendance() == Care.ATTENDED || contact.attendance() == Care.CAME_LATE;
        boolean measured = over && seen && contact.activity().equals(NEW_BIRTH_VISIT);
        int minute = child.index() % 4 * 15;
        return Csv.row(action)
                .add(provider)
                .add(key)
                .add(provider + "-E" + Stage.sevenDigits(child.index()))
                .add(provider + "-P" + Stage.sevenDigits(child.index()))
                .add(now.who.nhs())
                .add(child.birth())
                .add(contact.activity())
                .add(contact.invited())
                .add(contact.held())
                .add("%02d:%02d".formatted(9 + child.index() % 7, minute))
                .add(over ? contact.attendance() : Care.STILL_TO_COME)
                .add(contact.mechanism())
                .add(HOME)
                .add(over ? contact.outcome() : Care.APPOINTMENT)
                .add(measured ? (child.index() % 5 < 3 ? "01" : "02") : "")
                .add(measured ? "%d.%03d".formatted(child.weight() / 1000, child.weight() % 1000) : "")
                .add(measured ? "%d.%d".formatted(49 + child.index() % 5, child.index() % 10) : "")
                .blanks(2)
                .add(HEALTH_VISITOR)
                .toString();
    }

    /** @param reported whether the result has come; before, the sample is only received */
    static String sample(
            String action, Child child, World now, String laboratory, Sample sample, Care care, boolean reported) {
        CarePlan plan = care.plan();
        List<String> statuses = reported
                ? sample.statuses()
                : care.plan().same(sample.taken(), plan.bloodSpot().receivedStatus());
        Csv csv = Csv.row(action)
                .add(laboratory)
                .add(sampleId(child))
                .add(now.who.nhs())
                .add(child.family())
                .add(child.birth())
                .add("")
                .add(now.secret ? "" : now.home.postcode())
                .add(now.secret || now.practice == null ? "" : now.practice.code())
                .add(sample.taken())
                .add(sample.received())
                .add(reported ? sample.result() : null)
                .add(sample.sequence());
        statuses.forEach(csv::add);
        return csv.toString();
    }

    static String sampleId(Child child) {
        return "S" + Stage.sevenDigits(child.index());
    }

    static String hearing(
            String action, Child child, World now, String provider, HearingScreen screen, CarePlan.Hearing codes) {
        String left = screen.leftClear() ? codes.leftClear() : codes.leftUnclear();
        String right = screen.rightClear() ? codes.rightClear() : codes.rightUnclear();
        return Csv.row(action)
                .add(provider)
                .add("H" + Stage.sevenDigits(child.index()))
                .add(now.who.nhs())
                .add(child.birth())
                .add(screen.screened())
                .add(screen.declined() ? "" : left)
                .add(screen.declined() ? "" : right)
                .add(screen.clear() ? codes.summary() : "")
                .add(at(screen.told()))
                .toString();
    }

    static String examination(String action, Child child, World now, String provider, BodyCheck check) {
        Csv csv = Csv.row(action)
                .add(provider)
                .add("N" + Stage.sevenDigits(child.index()) + "-" + check.code().substring(5))
                .add(now.who.nhs())
                .add(child.birth())
                .add(check.examined())
                .add("%02d:30".formatted(8 + child.index() % 9));
        check.outcomes().forEach(csv::add);
        return csv.add(Vaccinations.bcgEligible(child) ? "Y" : "N")
                .add(at(check.told()))
                .toString();
    }

    /** What a child health organisation holds of one event; cells that a kind has no use for are empty. */
    record History(
            String id,
            String kind,
            String code,
            boolean snomed,
            String dose,
            LocalDate date,
            String precision,
            LocalDate offered,
            String outcome,
            String performer,
            String batch,
            LocalDate recorded) {
        static History of(
                String id,
                String kind,
                String code,
                LocalDate date,
                LocalDate offered,
                String outcome,
                LocalDate recorded) {
            return new History(id, kind, code, false, "", date, DAY, offered, outcome, "", "", recorded);
        }

        static History dose(
                String id,
                Vaccinations.Slot slot,
                String dose,
                LocalDate date,
                boolean dayKnown,
                String performer,
                String batch,
                LocalDate recorded) {
            return new History(
                    id,
                    "VACC",
                    slot.procedure(),
                    true,
                    dose,
                    date,
                    dayKnown ? DAY : "M",
                    null,
                    "",
                    performer,
                    batch,
                    recorded);
        }
    }

    static String history(String action, ChisRow row, History history) {
        return Csv.row(action)
                .add(row.chis().system())
                .add(row.sourceId())
                .add(row.sourceId() + "-" + history.id())
                .add(row.numberOfEvents())
                .add(row.who().birth())
                .add(history.kind())
                .add(history.code())
                .add(history.snomed() ? SNOMED : LOCAL)
                .add(history.dose())
                .add(history.date())
                .add(history.precision())
                .add(history.offered())
                .add(history.outcome())
                .add(history.performer())
                .add(history.batch())
                .blanks(2)
                .add(at(history.recorded()))
                .toString();
    }

    private static String at(LocalDate date) {
        return date + "T11:00:00" + Zones.offset(date);
    }
}
