package muster.feed.nems;

import java.time.Instant;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Type;

/** Reads the message header: sequence, lifecycle and who the message is routed for (feeds.md 3.3). */
final class HeaderReader {

    private static final String NEW = "new";

    private final ParserLimits limits;
    private final EventDraft draft;

    HeaderReader(ParserLimits limits, EventDraft draft) {
        this.limits = limits;
        this.draft = draft;
    }

    void read(MessageHeader header, BundleIndex index) {
        draft.messageId = Text.clean(header.getIdElement().getIdPart());
        if (draft.messageId == null) {
            draft.refuse(Reason.MANDATORY_MISSING, "message_id");
        }
        draft.headerVersionId = EventDraft.number(Text.clean(header.getMeta().getVersionId()));
        draft.sourceName = Text.clean(header.getSource().getName());
        draft.sourceEndpoint = Text.clean(header.getSource().getEndpoint());
        draft.responsibleOrganisation = index.organisationCode(header.getResponsible());
        readTimes(header);
        readLifecycle(header);
        readRouting(FhirValues.extension(header.getExtension(), "Extension-RoutingDemographics-1"));
    }

    /** Each of the two instants stands in for the other when that is absent or impossible. */
    private void readTimes(MessageHeader header) {
        String sentText = FhirValues.text(header.getTimestampElement());
        String updatedText = FhirValues.text(header.getMeta().getLastUpdatedElement());
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

    private void readLifecycle(MessageHeader header) {
        Extension type = FhirValues.extension(header.getExtension(), "Extension-MessageEventType-1");
        String lifecycle = FhirValues.code(FhirValues.value(type));
        if (lifecycle == null) {
            draft.warn(Reason.MANDATORY_MISSING, "message_event_type");
            draft.lifecycle = NEW;
        } else if (limits.pdsLifecycles().contains(lifecycle)) {
            draft.lifecycle = lifecycle;
        } else {
            draft.refuse(Reason.UNKNOWN_CODE, "message_event_type");
        }
    }

    private void readRouting(Extension routing) {
        Type number = FhirValues.value(FhirValues.nested(routing, "nhsNumber"));
        Type name = FhirValues.value(FhirValues.nested(routing, "name"));
        Type birthDate = FhirValues.value(FhirValues.nested(routing, "birthDateTime"));
        if (number instanceof Identifier identifier) {
            draft.routingNhsNumber = NhsNumber.clean(identifier.getValue());
        }
        if (name instanceof HumanName humanName) {
            draft.routingFamilyName = FhirValues.family(humanName);
            draft.routingGivenName = FhirValues.given(humanName);
        }
        draft.routingBirthDate = draft.birthDate(FhirValues.text(birthDate), "routing_person_birth_date")
                .day();
    }
}
