package muster.feed.nems;

import java.util.List;

/** Reads a change of GP: the practice now and the one left (feeds.md 3.6). */
final class PracticeReader {

    private static final String PRIMARY_CARE = "1";
    private static final String PRACTICE = "general_medical_practice_code_patient_registration";

    private final BundleIndex index;
    private final EventDraft draft;

    PracticeReader(BundleIndex index, EventDraft draft) {
        this.index = index;
        this.draft = draft;
    }

    void read(Node patient) {
        List<Node> sent = patient.all("generalPractitioner");
        draft.deregistered = sent.isEmpty();
        Node practice = sent.stream()
                .filter(reference -> index.organisationCode(reference) != null)
                .findFirst()
                .orElse(Node.NONE);
        if (practice.isPresent()) {
            readPractice(practice);
        } else if (!draft.deregistered) {
            // A practice that cannot be made out is not "no practice": it must not open the no-GP clock.
            draft.refuse(Reason.MANDATORY_MISSING, PRACTICE);
        }
        index.all("EpisodeOfCare").stream()
                .filter(PracticeReader::isFinishedRegistration)
                .findFirst()
                .ifPresent(this::readPrevious);
    }

    private void readPractice(Node reference) {
        draft.practiceCode = index.organisationCode(reference);
        Node bundled = index.resolve(reference, "Organization");
        String bundledName = bundled.text("name");
        draft.practiceName = bundledName == null ? reference.text("display") : bundledName;
        draft.practiceCommissioner = bundled.isPresent() ? index.organisationCode(bundled.child("partOf")) : null;
    }

    private static boolean isFinishedRegistration(Node episode) {
        return "finished".equals(episode.text("status")) && FhirValues.hasCode(episode.all("type"), PRIMARY_CARE);
    }

    private void readPrevious(Node episode) {
        Node period = episode.child("period");
        draft.previousPracticeCode = index.organisationCode(episode.child("managingOrganization"));
        draft.previousPracticeStart = draft.date(period.text("start"), "start_date_previous_gmp_registration");
        draft.previousPracticeEnd = draft.date(period.text("end"), "end_date_previous_gmp_registration");
    }
}
