package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * {@code config/synthetic/care.yaml}: what health visiting and newborn screening do in a child's life, how often it goes
 * otherwise, and the codes it is told with. Days are days of age, shares are permille.
 */
record CarePlan(
        List<Review> reviews,
        int missedAgainAfter,
        int otherMechanismPermille,
        BloodSpot bloodSpot,
        List<Condition> conditions,
        Hearing hearing,
        List<Examination> examinations,
        List<Part> parts,
        OutOfYear taughtOutOfYear,
        int historyAfter,
        List<SchoolDose> school) {

    /** A contact every child is offered; {@code invited}: the day of age on which the appointment is made. */
    record Review(
            String activity,
            int invited,
            int from,
            int to,
            int latePermille,
            int lateBy,
            int missedPermille,
            int declinedPermille,
            int neverPermille) {}

    record BloodSpot(
            int from,
            int to,
            int receivedAfter,
            int resultAfter,
            int repeatPermille,
            int repeatAfter,
            String repeatStatus,
            int declinedPermille,
            String declinedStatus,
            String clearStatus,
            String receivedStatus,
            int carrierPermille,
            String carrierStatus,
            int suspectedPermille,
            String suspectedStatus,
            int neverPermille) {}

    /**
     * @param from first date of a sample whose card holds it, or null
     * @param none whether the laboratory does not report it
     * @param concepts the SNOMED concept of each status, as far as messages tell it
     */
    record Condition(
            String code,
            String procedure,
            boolean carrier,
            LocalDate from,
            boolean none,
            Map<String, String> concepts) {
        boolean on(LocalDate sample) {
            return !none && (from == null || !sample.isBefore(from));
        }
    }

    record Hearing(
            int from,
            int to,
            int recordedAfter,
            int referPermille,
            int declinedPermille,
            int neverPermille,
            String summary,
            String leftClear,
            String rightClear,
            String leftUnclear,
            String rightUnclear) {}

    record Examination(
            String code,
            int from,
            int to,
            int recordedAfter,
            int suspectedPermille,
            int declinedPermille,
            int neverPermille) {}

    /** A part of the physical examination with the concepts of its outcomes. */
    record Part(String code, String procedure, boolean boysOnly, String clear, String suspected, String declined) {}

    /** Children whom their school teaches a year below or above those born in their school year, of these year groups by birth. */
    record OutOfYear(int permille, int youngestGroup, int oldestGroup) {}

    /** A dose given at school in the school year in which the child becomes {@code age}; who was missed may have it a year later. */
    record SchoolDose(
            String programme, String reportType, String vaccine, int age, int coveragePermille, int againPermille) {}

    /** The same status for every condition on a card of that day. */
    List<String> same(LocalDate taken, String status) {
        return conditions.stream()
                .map(condition -> condition.on(taken) ? status : "")
                .toList();
    }

    static CarePlan read(ConfigFiles config) throws IOException {
        return config.read("care.yaml", "synthetic_care.schema.json", CarePlan.class);
    }
}
