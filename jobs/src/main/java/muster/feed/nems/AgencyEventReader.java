package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Puts one event of an agency together and makes sure that it is about the person it was routed for (feeds.md 5.1, 7.1
 * and 8.2). A delete may hold no more than the header, an organisation and the record's identifier.
 */
final class AgencyEventReader {

    private static final String PATIENT = "Patient";
    private static final String ENTERED_IN_ERROR = "entered-in-error";
    private static final String DELETE = "delete";
    private static final String ROUTING_NHS_NUMBER = "routing_nhs_number";
    private static final String COUNT = "[1-9][0-9]?";

    private final ParserLimits limits;
    private final BundleIndex index;
    private final EventDraft draft;

    AgencyEventReader(ParserLimits limits, BundleIndex index, String payloadSha256) {
        this.limits = limits;
        this.index = index;
        this.draft = new EventDraft(limits.sentinelDates());
        this.draft.payloadSha256 = payloadSha256;
    }

    NemsResult read(AgencyEvent event, Node header) {
        draft.eventCode = event.code();
        new HeaderReader(draft).read(header, index, limits.agencyLifecycles());
        Node focus = focus(event, header);
        if (ENTERED_IN_ERROR.equals(focus.text("status"))) {
            draft.lifecycle = DELETE;
        }
        if (draft.responsibleOrganisation == null) {
            draft.refuse(Reason.MANDATORY_MISSING, "organisation_identifier_code_of_publisher");
        }
        if (!readPerson(event, focus)) {
            return NemsResult.Refusal.of(Reason.ROUTING_PATIENT_MISMATCH, ROUTING_NHS_NUMBER);
        }
        draft.record = record(event, focus);
        return draft.result();
    }

    private Node focus(AgencyEvent event, Node header) {
        return header.all("focus").stream()
                .map(focus -> index.resolve(focus, event.focus()))
                .filter(Node::isPresent)
                .findFirst()
                .orElseGet(() -> index.only(event.focus()));
    }

    /** False where patient and routing are two people. */
    private boolean readPerson(AgencyEvent event, Node focus) {
        String reference = event == AgencyEvent.BLOOD_SPOT
                        || event == AgencyEvent.HEARING
                        || event == AgencyEvent.PHYSICAL_EXAMINATION
                ? "subject"
                : "patient";
        Node patient = index.resolve(focus.child(reference), PATIENT);
        patient = patient.isPresent() ? patient : index.only(PATIENT);
        if (!patient.isPresent()) {
            readRoutedPerson();
            return true;
        }
        new PersonReader(limits, draft).read(patient);
        new AddressReader(limits, draft).read(patient);
        if (draft.routingNhsNumber == null) {
            draft.refuse(Reason.MANDATORY_MISSING, ROUTING_NHS_NUMBER);
        } else if (draft.nhsNumber != null && !draft.nhsNumber.equals(draft.routingNhsNumber)) {
            return false;
        }
        PersonReader.compareBirthDates(draft);
        return true;
    }

    /** A delete need not repeat the patient: the routing says who it is. */
    private void readRoutedPerson() {
        if (draft.routingNhsNumber == null || !DELETE.equals(draft.lifecycle)) {
            draft.refuse(Reason.MANDATORY_MISSING, PersonReader.NHS_NUMBER);
            return;
        }
        draft.nhsNumber = draft.routingNhsNumber;
        String fault = NhsNumber.fault(draft.nhsNumber);
        if (fault != null) {
            draft.refuse(fault, PersonReader.NHS_NUMBER);
        }
    }

    private AgencyRecord record(AgencyEvent event, Node focus) {
        Node identifier = focus.all("identifier").stream()
                .filter(candidate -> candidate.text("value") != null)
                .findFirst()
                .orElse(Node.NONE);
        if (!identifier.isPresent()) {
            draft.refuse(Reason.MANDATORY_MISSING, "record_identifier");
        }
        if (event == AgencyEvent.PROFESSIONAL_CONTACTS && !DELETE.equals(draft.lifecycle)) {
            require(FhirValues.code(focus.child("type")), "record_type");
        }
        String system = identifier.text("system");
        Node period = focus.child("period");
        return new AgencyRecord(
                system == null ? "" : system,
                identifier.text("value"),
                focus.text("status"),
                FhirValues.code(focus.child("type")),
                organisation(focus),
                index.siteCode(location(focus)),
                draft.eventDate(period.text("start"), "record_start_date"),
                draft.eventDate(period.text("end"), "record_end_date"),
                team(focus),
                issued(),
                comment(),
                event == AgencyEvent.PROFESSIONAL_CONTACTS ? List.of() : new ResultReader(index, draft).read(focus),
                event == AgencyEvent.VACCINATIONS ? dose(focus) : null);
    }

    private String organisation(Node focus) {
        String managing = index.organisationCode(focus.child("managingOrganization"));
        String provider = managing == null ? index.organisationCode(focus.child("serviceProvider")) : managing;
        return provider == null ? draft.responsibleOrganisation : provider;
    }

    /** An encounter has its places one level down, an immunisation has one place. */
    private static Node location(Node focus) {
        Node nested = focus.child("location").child("location");
        return nested.isPresent() ? nested : focus.child("location");
    }

    private String team(Node focus) {
        return index.resolve(focus.child("team"), "CareTeam")
                .child("identifier")
                .text("value");
    }

    private LocalDate issued() {
        return index.all("DiagnosticReport").stream()
                .findFirst()
                .map(report -> draft.eventDate(report.text("issued"), "result_issued_date"))
                .orElse(null);
    }

    private String comment() {
        return index.all("Communication").stream()
                .map(communication -> FhirValues.code(communication.child("category")))
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }

    private AgencyRecord.Dose dose(Node immunisation) {
        boolean notGiven = "true".equals(immunisation.text("notGiven"));
        Node procedure = FhirValues.extension(immunisation, "Extension-CareConnect-VaccinationProcedure-1");
        Node explanation = immunisation.child("explanation");
        String sequence = immunisation.child("vaccinationProtocol").text("doseSequence");
        String primary = immunisation.text("primarySource");
        String procedureCode = FhirValues.code(FhirValues.value(procedure));
        Instant given = draft.eventInstant(immunisation.text("date"), "vaccination_date_time");
        if (!DELETE.equals(draft.lifecycle)) {
            require(procedureCode, "vaccination_procedure_code");
            require(given, "vaccination_date_time");
        }
        return new AgencyRecord.Dose(
                procedureCode,
                notGiven ? null : FhirValues.code(immunisation.child("vaccineCode")),
                notGiven,
                given,
                immunisation.text("lotNumber"),
                sequence != null && sequence.matches(COUNT) ? Integer.valueOf(sequence) : null,
                notGiven ? FhirValues.code(explanation.child("reasonNotGiven")) : null,
                primary == null ? null : Boolean.valueOf(primary));
    }

    private void require(Object value, String field) {
        if (value == null) {
            draft.refuse(Reason.MANDATORY_MISSING, field);
        }
    }
}
