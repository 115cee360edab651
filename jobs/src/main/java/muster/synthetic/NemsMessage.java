package muster.synthetic;

import java.time.LocalDate;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * One NEMS message: a STU3 bundle whose first entry is the header, then what the event tells ({@code feeds.md} 3.3 to 3.8).
 * Ids come from the seed, so a message is the same on every run.
 */
final class NemsMessage {
    private static final String NHS = "https://fhir.nhs.uk/STU3/";
    private static final String HL7UK = "https://fhir.hl7.org.uk/STU3/";
    static final String CARE_CONNECT = HL7UK + "StructureDefinition/CareConnect-";
    static final String CODES = NHS + "CodeSystem/";
    static final String ODS = "https://directory.spineservices.nhs.uk/STU3/Organization/";
    private static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

    private final Event event;
    private final Dice ids;
    private final String sentAt;
    private final FhirXml xml;

    private NemsMessage(Event event, long seed) throws XMLStreamException {
        this.event = event;
        this.ids = Dice.of(
                seed,
                event.child().index() * 400L + event.on().toEpochDay() % 400,
                event.kind().code + event.deathStatus());
        int hour = event.kind() == Event.Kind.PRACTICE ? 16 : 15;
        this.sentAt = event.on() + "T" + hour + ":00:00" + Zones.offset(event.on());
        this.xml = new FhirXml();
    }

    /**
     * The message as XML text.
     *
     * @param routed whom the header says the message is for; the mother for a birth, else the patient unless a fault is wanted
     */
    static String write(Event event, Who routed, long seed) throws XMLStreamException {
        NemsMessage message = new NemsMessage(event, seed);
        message.bundle(routed);
        return message.xml.text();
    }

    private void bundle(Who routed) throws XMLStreamException {
        String focus = id();
        String patient = id();
        xml.root("Bundle", () -> {
            xml.value("id", id());
            xml.in("meta", () -> xml.value("profile", "http://hl7.org/fhir/STU3/StructureDefinition/Bundle"));
            xml.value("type", "message");
            header(routed, event.kind() == Event.Kind.RECORD ? patient : focus);
            switch (event.kind()) {
                case BIRTH -> new NemsBirth(this, event, routed).write(focus, patient);
                case RECORD -> patient(patient);
                default -> {
                    communication(focus, patient);
                    patient(patient);
                    formerPractice(patient);
                }
            }
            service();
        });
    }

    FhirXml xml() {
        return xml;
    }

    String id() {
        return uuid(ids);
    }

    /** A UUID of version 4 from the dice. */
    static String uuid(Dice ids) {
        long high = ids.bits() & ~0xF000L | 0x4000L;
        long low = ids.bits() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    static String urn(String id) {
        return "urn:uuid:" + id;
    }

    private void header(Who routed, String focus) throws XMLStreamException {
        NemsHeader head = new NemsHeader(
                event.kind().code, event.kind().display, "new", sentAt, sentAt, "Synthetic PDS", ODS + "X26");
        head.write(xml, id(), routed, urn(focus));
    }

    private void communication(String id, String patient) throws XMLStreamException {
        xml.entry(id, "Communication", CARE_CONNECT + "Communication-1", () -> {
            xml.value("status", "completed");
            xml.reference("subject", urn(patient));
            xml.value("sent", sentAt);
            xml.in("payload", () -> xml.reference("contentReference", urn(patient)));
        });
    }

    private void patient(String id) throws XMLStreamException {
        String practice = id();
        xml.entry(id, "Patient", CARE_CONNECT + "Patient-1", () -> {
            deathStatus();
            identifier(event.who().nhs());
            xml.in("name", () -> NemsHeader.nameParts(xml, event.who()));
            if (event.kind() != Event.Kind.RECORD) {
                xml.value("gender", event.who().gender() == 1 ? "male" : "female");
            }
            xml.value("birthDate", event.who().birth().toString());
            if (event.death() != null) {
                xml.value("deceasedDateTime", event.death() + "T06:30:00" + Zones.offset(event.death()));
            }
            addresses();
            if (event.kind() == Event.Kind.PRACTICE && event.practice() != null) {
                xml.reference("generalPractitioner", urn(practice));
            }
        });
        if (event.kind() == Event.Kind.PRACTICE && event.practice() != null) {
            organisation(practice, event.practice());
        }
    }

    private void addresses() throws XMLStreamException {
        if (event.oldAddress() != null) {
            address("old", event.oldAddress(), event.oldSince(), event.since());
        }
        if (event.address() != null) {
            address("home", event.address(), event.since(), null);
        }
    }

    private void deathStatus() throws XMLStreamException {
        if (event.kind() != Event.Kind.DEATH) {
            return;
        }
        xml.extension(
                CARE_CONNECT.replace("/CareConnect-", "/Extension-CareConnect-") + "DeathNotificationStatus-1", () -> {
                    xml.extension(
                            "deathNotificationStatus",
                            () -> xml.in(
                                    "valueCodeableConcept",
                                    () -> xml.coding(
                                            HL7UK + "CodeSystem/CareConnect-DeathNotificationStatus-1",
                                            Integer.toString(event.deathStatus()),
                                            "")));
                    xml.extension("systemEffectiveDate", () -> xml.value("valueDateTime", sentAt));
                });
    }

    /** The registration that ended: the only place where a change of practice tells the former one. */
    private void formerPractice(String patient) throws XMLStreamException {
        if (event.oldPractice() == null) {
            return;
        }
        String former = id();
        xml.entry(id(), "EpisodeOfCare", CARE_CONNECT + "EpisodeOfCare-1", () -> {
            xml.value("status", "finished");
            xml.in("type", () -> xml.coding(CODES + "EMS-PDS-PatientCareProvisionType-1", "1", "Primary care"));
            xml.reference("patient", urn(patient));
            xml.reference("managingOrganization", urn(former));
            xml.in("period", () -> {
                xml.value("start", event.registered().toString());
                xml.value("end", event.on().toString());
            });
        });
        organisation(former, event.oldPractice());
    }

    private void organisation(String id, Geography.Practice practice) throws XMLStreamException {
        xml.entry(id, "Organization", CARE_CONNECT + "Organization-1", () -> {
            odsCode(practice.code());
            xml.value("name", practice.name());
            xml.reference("partOf", ODS + practice.authority().subIcb());
        });
    }

    void odsCode(String code) throws XMLStreamException {
        xml.in("identifier", () -> {
            xml.value("system", ODS_CODE);
            xml.value("value", code);
        });
    }

    private void service() throws XMLStreamException {
        xml.entry(id(), "HealthcareService", CARE_CONNECT + "HealthcareService-1", () -> {
            xml.reference("providedBy", ODS + "X26");
            xml.in(
                    "type",
                    () -> xml.coding(CODES + "EMS-HealthcareServiceType-1", "PDS", "Personal Demographics Service"));
        });
    }

    void identifier(String number) throws XMLStreamException {
        NemsHeader.identifier(xml, number);
    }

    void address(String use, Address address, LocalDate start, LocalDate end) throws XMLStreamException {
        xml.in("address", () -> {
            xml.value("use", use);
            xml.value("line", address.line1());
            xml.value("line", address.town());
            xml.value("postalCode", address.postcode());
            if (start != null) {
                xml.in("period", () -> {
                    xml.value("start", start.toString());
                    if (end != null) {
                        xml.value("end", end.toString());
                    }
                });
            }
        });
    }
}
