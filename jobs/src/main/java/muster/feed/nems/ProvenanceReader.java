package muster.feed.nems;

import java.util.List;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Provenance;
import org.hl7.fhir.dstu3.model.Reference;

/** Reads who changed the record, where the message says so (feeds.md 3.8). */
final class ProvenanceReader {

    private final BundleIndex index;
    private final EventDraft draft;

    ProvenanceReader(BundleIndex index, EventDraft draft) {
        this.index = index;
        this.draft = draft;
    }

    void read() {
        index.all(Provenance.class).stream().findFirst().ifPresent(this::read);
    }

    private void read(Provenance provenance) {
        String recorded = FhirValues.text(provenance.getRecordedElement());
        draft.provenanceRecorded = FhirDates.instant(recorded);
        if (recorded != null && draft.provenanceRecorded == null) {
            draft.warn(Reason.TIMESTAMP_INVALID, "provenance_recorded_date_time");
        }
        List<Reference> agents = provenance.getAgent().stream()
                .filter(Provenance.ProvenanceAgentComponent::hasWho)
                .map(Provenance.ProvenanceAgentComponent::getWho)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
        draft.provenanceByPatient = agents.stream().anyMatch(who -> index.resolve(who, Patient.class) != null);
        draft.provenanceOrganisation = agents.stream()
                .map(index::organisationCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }
}
