package muster.feed.nems;

import org.hl7.fhir.dstu3.model.Communication;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Reference;

/** Puts one PDS event together from its parts and makes sure that it is about the person it was routed for. */
final class PdsEventReader {

    private static final String ROUTING_NHS_NUMBER = "routing_nhs_number";

    private final ParserLimits limits;
    private final BundleIndex index;
    private final EventDraft draft;

    PdsEventReader(ParserLimits limits, BundleIndex index, String payloadSha256) {
        this.limits = limits;
        this.index = index;
        this.draft = new EventDraft(limits.sentinelDates());
        this.draft.payloadSha256 = payloadSha256;
    }

    NemsResult read(PdsEvent event, MessageHeader header) {
        draft.eventCode = event.code();
        new HeaderReader(limits, draft).read(header, index);
        return event == PdsEvent.BIRTH ? birth(header) : change(event, header);
    }

    private NemsResult birth(MessageHeader header) {
        BirthFamily family = BirthFamily.in(index, communication(header));
        if (family.baby() == null) {
            return missing(PersonReader.NHS_NUMBER);
        }
        readPerson(family.baby());
        new DeathReader(draft).readOptional(family.baby());
        new BirthReader(index, draft).read(family);
        new BirthFacts(limits, index, draft).read(family);
        return routedForFamily() ? draft.result() : mismatch();
    }

    private NemsResult change(PdsEvent event, MessageHeader header) {
        Patient patient = subject(header);
        if (patient == null) {
            return missing(PersonReader.NHS_NUMBER);
        }
        readPerson(patient);
        if (draft.routingNhsNumber == null) {
            draft.refuse(Reason.MANDATORY_MISSING, ROUTING_NHS_NUMBER);
        } else if (draft.nhsNumber != null && !draft.nhsNumber.equals(draft.routingNhsNumber)) {
            return mismatch();
        }
        compareBirthDates();
        switch (event) {
            case CHANGE_OF_ADDRESS -> requireAddress();
            case CHANGE_OF_GP -> new PracticeReader(index, draft).read(patient);
            case DEATH -> new DeathReader(draft).readRequired(patient);
            default -> new ProvenanceReader(index, draft).read();
        }
        return draft.result();
    }

    private void readPerson(Patient patient) {
        new PersonReader(limits, draft).read(patient);
        new AddressReader(limits, draft).read(patient);
    }

    private void requireAddress() {
        if (draft.addressLines.isEmpty() && draft.postcode == null) {
            draft.refuse(Reason.MANDATORY_MISSING, "postcode_of_usual_address");
        }
    }

    private void compareBirthDates() {
        if (draft.birthDate != null
                && draft.routingBirthDate != null
                && !draft.birthDate.equals(draft.routingBirthDate)) {
            draft.warn(Reason.DOB_DISAGREES, PersonReader.BIRTH_DATE);
        }
    }

    /** A birth is routed for the mother; a publisher who routes for the baby is not wrong about anybody either. */
    private boolean routedForFamily() {
        String mother = draft.motherNhsNumber;
        if (mother != null && mother.equals(draft.nhsNumber)) {
            return false;
        }
        String routed = draft.routingNhsNumber;
        return routed == null || mother == null || routed.equals(mother) || routed.equals(draft.nhsNumber);
    }

    /** Named alone: once a message is about somebody else, nothing further in it is judged. */
    private static NemsResult mismatch() {
        return NemsResult.Refusal.of(Reason.ROUTING_PATIENT_MISMATCH, ROUTING_NHS_NUMBER);
    }

    private NemsResult missing(String field) {
        draft.refuse(Reason.MANDATORY_MISSING, field);
        return draft.result();
    }

    private Communication communication(MessageHeader header) {
        return header.getFocus().stream()
                .map(focus -> index.resolve(focus, Communication.class))
                .filter(found -> found != null)
                .findFirst()
                .orElseGet(() -> index.only(Communication.class));
    }

    /** The patient in focus, directly or as subject of the communication; else the only one there is. */
    private Patient subject(MessageHeader header) {
        for (Reference focus : header.getFocus()) {
            Patient patient = index.resolve(focus, Patient.class);
            if (patient != null) {
                return patient;
            }
        }
        Communication communication = communication(header);
        Patient subject = communication == null ? null : index.resolve(communication.getSubject(), Patient.class);
        return subject == null ? index.only(Patient.class) : subject;
    }
}
