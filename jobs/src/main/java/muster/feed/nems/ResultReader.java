package muster.feed.nems;

import java.util.ArrayList;
import java.util.List;

/** Reads the findings of a screening encounter: procedures with an outcome and coded observations (feeds.md 7.1). */
final class ResultReader {

    private static final String DATE = "result_date";

    private final BundleIndex index;
    private final EventDraft draft;

    ResultReader(BundleIndex index, EventDraft draft) {
        this.index = index;
        this.draft = draft;
    }

    List<AgencyRecord.Result> read(Node encounter) {
        List<AgencyRecord.Result> results = new ArrayList<>();
        for (Node procedure : index.all("Procedure")) {
            if (belongs(procedure, encounter)) {
                add(results, procedure, FhirValues.code(procedure.child("outcome")), performed(procedure));
            }
        }
        for (Node observation : index.all("Observation")) {
            if (belongs(observation, encounter)) {
                String value = FhirValues.code(observation.child("valueCodeableConcept"));
                add(results, observation, value, observation.text("effectiveDateTime"));
            }
        }
        return results;
    }

    private void add(List<AgencyRecord.Result> results, Node finding, String outcome, String date) {
        String code = FhirValues.code(finding.child("code"));
        if (code == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "result_code");
        } else {
            results.add(new AgencyRecord.Result(code, outcome, draft.eventDate(date, DATE)));
        }
    }

    private static String performed(Node procedure) {
        String moment = procedure.text("performedDateTime");
        return moment == null ? procedure.child("performedPeriod").text("start") : moment;
    }

    /** What names another encounter is not of this one; what names none is. */
    private boolean belongs(Node finding, Node encounter) {
        Node named = index.resolve(finding.child("context"), "Encounter");
        return !named.isPresent() || named == encounter;
    }
}
