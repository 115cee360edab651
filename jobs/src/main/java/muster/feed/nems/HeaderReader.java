package muster.feed.nems;

import java.time.Instant;
import java.util.Set;

/** Reads the message header: sequence, lifecycle and who the message is routed for (feeds.md 3.3). */
final class HeaderReader {

    private static final String NEW = "new";

    private final EventDraft draft;

    HeaderReader(EventDraft draft) {
        this.draft = draft;
    }

    void read(Node header, BundleIndex index, Set<String> lifecycles) {
        draft.messageId = header.text("id");
        if (draft.messageId == null) {
            draft.refuse(Reason.MANDATORY_MISSING, "message_id");
        }
        draft.headerVersionId = EventDraft.number(header.child("meta").text("versionId"));
        draft.sourceName = header.child("source").text("name");
        draft.sourceEndpoint = header.child("source").text("endpoint");
        draft.responsibleOrganisation = index.organisationCode(header.child("responsible"));
        readTimes(header);
        readLifecycle(header, lifecycles);
        readRouting(FhirValues.extension(header, "Extension-RoutingDemographics-1"));
    }

    /** Each of the two instants stands in for the other when that is absent or impossible. */
    private void readTimes(Node header) {
        String sentText = header.text("timestamp");
        String updatedText = header.child("meta").text("lastUpdated");
        Instant sent = FhirDates.instant(sentText);
        Instant updated = FhirDates.instant(updatedText);
        if (sent == null && updated == null) {
            draft.refuse(Reason.TIMESTAMP_INVALID, "message_date_time");
        } else if (sent == null) {
            draft.warn(Reason.TIMESTAMP_INVALID, "message_date_time");
        } else if (updated == null && updatedText != null) {
            draft.warn(Reason.TIMESTAMP_INVALID, "last_updated_date_time");
        }
        draft.timestamp = sent == null ? updated : sent;
        draft.lastUpdated = updated == null ? sent : updated;
    }

    private void readLifecycle(Node header, Set<String> lifecycles) {
        Node type = FhirValues.extension(header, "Extension-MessageEventType-1");
        String lifecycle = FhirValues.code(FhirValues.value(type));
        if (lifecycle == null) {
            draft.warn(Reason.MANDATORY_MISSING, "message_event_type");
            draft.lifecycle = NEW;
        } else if (lifecycles.contains(lifecycle)) {
            draft.lifecycle = lifecycle;
        } else {
            draft.refuse(Reason.UNKNOWN_CODE, "message_event_type");
        }
    }

    private void readRouting(Node routing) {
        Node number = FhirValues.value(FhirValues.extension(routing, "nhsNumber"));
        Node name = FhirValues.value(FhirValues.extension(routing, "name"));
        Node birthDate = FhirValues.value(FhirValues.extension(routing, "birthDateTime"));
        draft.routingNhsNumber = NhsNumber.clean(number.text("value"));
        draft.routingFamilyName = FhirValues.family(name);
        draft.routingGivenName = FhirValues.given(name);
        draft.routingBirthDate =
                draft.birthDate(birthDate.text(), "routing_person_birth_date").day();
    }
}
