package muster.feed.nems;

import java.util.List;

/** Reads who changed the record, where the message says so (feeds.md 3.8). */
final class ProvenanceReader {

    private final BundleIndex index;
    private final EventDraft draft;

    ProvenanceReader(BundleIndex index, EventDraft draft) {
        this.index = index;
        this.draft = draft;
    }

    void read() {
        index.all("Provenance").stream().findFirst().ifPresent(this::read);
    }

    private void read(Node provenance) {
        String recorded = provenance.text("recorded");
        draft.provenanceRecorded = FhirDates.instant(recorded);
        if (recorded != null && draft.provenanceRecorded == null) {
            draft.warn(Reason.TIMESTAMP_INVALID, "provenance_recorded_date_time");
        }
        List<Node> agents = provenance.all("agent").stream()
                .map(agent -> agent.child("whoReference"))
                .filter(Node::isPresent)
                .toList();
        draft.provenanceByPatient =
                agents.stream().anyMatch(who -> index.resolve(who, "Patient").isPresent());
        draft.provenanceOrganisation = agents.stream()
                .map(index::organisationCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }
}
