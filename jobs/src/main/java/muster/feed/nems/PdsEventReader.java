package muster.feed.nems;

/** Puts one PDS event together from its parts and makes sure that it is about the person it was routed for. */
final class PdsEventReader {

    private static final String PATIENT = "Patient";
    private static final String COMMUNICATION = "Communication";
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

    NemsResult read(PdsEvent event, Node header) {
        draft.eventCode = event.code();
        new HeaderReader(draft).read(header, index, limits.pdsLifecycles());
        return event == PdsEvent.BIRTH ? birth(header) : change(event, header);
    }

    private NemsResult birth(Node header) {
        BirthFamily family = BirthFamily.in(index, communication(header));
        if (!family.baby().isPresent()) {
            return missing(PersonReader.NHS_NUMBER);
        }
        readPerson(family.baby());
        new DeathReader(draft).readOptional(family.baby());
        new BirthReader(index, draft).read(family);
        new BirthFacts(limits, index, draft).read(family);
        return routedForFamily() ? draft.result() : mismatch();
    }

    private NemsResult change(PdsEvent event, Node header) {
        Node patient = subject(header);
        if (!patient.isPresent()) {
            return missing(PersonReader.NHS_NUMBER);
        }
        readPerson(patient);
        if (draft.routingNhsNumber == null) {
            draft.refuse(Reason.MANDATORY_MISSING, ROUTING_NHS_NUMBER);
        } else if (draft.nhsNumber != null && !draft.nhsNumber.equals(draft.routingNhsNumber)) {
            return mismatch();
        }
        PersonReader.compareBirthDates(draft);
        switch (event) {
            case CHANGE_OF_ADDRESS -> requireAddress();
            case CHANGE_OF_GP -> new PracticeReader(index, draft).read(patient);
            case DEATH -> new DeathReader(draft).readRequired(patient);
            default -> new ProvenanceReader(index, draft).read();
        }
        return draft.result();
    }

    private void readPerson(Node patient) {
        new PersonReader(limits, draft).read(patient);
        new AddressReader(limits, draft).read(patient);
    }

    private void requireAddress() {
        if (draft.addressLines.isEmpty() && draft.postcode == null) {
            draft.refuse(Reason.MANDATORY_MISSING, "postcode_of_usual_address");
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

    private Node communication(Node header) {
        return header.all("focus").stream()
                .map(focus -> index.resolve(focus, COMMUNICATION))
                .filter(Node::isPresent)
                .findFirst()
                .orElseGet(() -> index.only(COMMUNICATION));
    }

    /** The patient in focus, directly or as subject of the communication; else the only one there is. */
    private Node subject(Node header) {
        for (Node focus : header.all("focus")) {
            Node patient = index.resolve(focus, PATIENT);
            if (patient.isPresent()) {
                return patient;
            }
        }
        Node subject = index.resolve(communication(header).child("subject"), PATIENT);
        return subject.isPresent() ? subject : index.only(PATIENT);
    }
}
