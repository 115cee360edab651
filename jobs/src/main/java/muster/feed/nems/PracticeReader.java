package muster.feed.nems;

import java.util.List;
import org.hl7.fhir.dstu3.model.EpisodeOfCare;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Reference;

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

    void read(Patient patient) {
        List<Reference> sent = patient.getGeneralPractitioner();
        draft.deregistered = sent.isEmpty();
        Reference practice = sent.stream()
                .filter(reference -> index.organisationCode(reference) != null)
                .findFirst()
                .orElse(null);
        if (practice != null) {
            readPractice(practice);
        } else if (!draft.deregistered) {
            // A practice that cannot be made out is not "no practice": it must not open the no-GP clock.
            draft.refuse(Reason.MANDATORY_MISSING, PRACTICE);
        }
        index.all(EpisodeOfCare.class).stream()
                .filter(PracticeReader::isFinishedRegistration)
                .findFirst()
                .ifPresent(this::readPrevious);
    }

    private void readPractice(Reference reference) {
        draft.practiceCode = index.organisationCode(reference);
        Organization bundled = index.resolve(reference, Organization.class);
        String bundledName = bundled == null ? null : Text.clean(bundled.getName());
        draft.practiceName = bundledName == null ? Text.clean(reference.getDisplay()) : bundledName;
        draft.practiceCommissioner = bundled == null ? null : index.organisationCode(bundled.getPartOf());
    }

    private static boolean isFinishedRegistration(EpisodeOfCare episode) {
        return episode.getStatus() == EpisodeOfCare.EpisodeOfCareStatus.FINISHED
                && FhirValues.hasCode(episode.getType(), PRIMARY_CARE);
    }

    private void readPrevious(EpisodeOfCare episode) {
        draft.previousPracticeCode = index.organisationCode(episode.getManagingOrganization());
        draft.previousPracticeStart = draft.date(
                FhirValues.text(episode.getPeriod().getStartElement()), "start_date_previous_gmp_registration");
        draft.previousPracticeEnd =
                draft.date(FhirValues.text(episode.getPeriod().getEndElement()), "end_date_previous_gmp_registration");
    }
}
