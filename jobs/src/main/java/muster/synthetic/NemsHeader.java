package muster.synthetic;

import javax.xml.stream.XMLStreamException;

/**
 * The first entry of every NEMS message: which event, new, updated or deleted, when, from whom and for whom
 * ({@code feeds.md} 3.3).
 *
 * @param lifecycle new, update or delete
 * @param lastUpdated the instant that puts messages about one thing in order
 * @param timestamp when the message was sent
 * @param responsible reference to the organisation that answers for it
 */
record NemsHeader(
        String code,
        String display,
        String lifecycle,
        String lastUpdated,
        String timestamp,
        String source,
        String responsible) {
    private static final String NHS = "https://fhir.nhs.uk/STU3/";
    private static final String HL7UK = "https://fhir.hl7.org.uk/STU3/";
    private static final String NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    /** Writes the header under this id, for this person. */
    void write(FhirXml xml, String id, Who routed, String focus) throws XMLStreamException {
        xml.in("entry", () -> {
            xml.value("fullUrl", "urn:uuid:" + id);
            xml.in(
                    "resource",
                    () -> xml.in("MessageHeader", () -> {
                        xml.value("id", id);
                        xml.in("meta", () -> {
                            xml.value("versionId", "1");
                            xml.value("lastUpdated", lastUpdated);
                            xml.value("profile", NHS + "StructureDefinition/Event-MessageHeader-1");
                        });
                        routing(xml, routed);
                        xml.extension(
                                NHS + "StructureDefinition/Extension-MessageEventType-1",
                                () -> xml.in(
                                        "valueCodeableConcept",
                                        () -> xml.coding(NHS + "CodeSystem/MessageEventType-1", lifecycle, action())));
                        xml.in("event", () -> {
                            xml.value("system", NHS + "CodeSystem/EventType-1");
                            xml.value("code", code);
                            xml.value("display", display);
                        });
                        xml.value("timestamp", timestamp);
                        sender(xml);
                        xml.reference("responsible", responsible);
                        xml.reference("focus", focus);
                    }));
        });
    }

    private String action() {
        return Character.toUpperCase(lifecycle.charAt(0)) + lifecycle.substring(1) + " event message";
    }

    private static void routing(FhirXml xml, Who routed) throws XMLStreamException {
        xml.extension(NHS + "StructureDefinition/Extension-RoutingDemographics-1", () -> {
            xml.extension(
                    "nhsNumber",
                    () -> xml.in("valueIdentifier", () -> {
                        xml.value("system", NUMBER);
                        xml.value("value", routed.nhs());
                    }));
            xml.extension("name", () -> xml.in("valueHumanName", () -> nameParts(xml, routed)));
            xml.extension(
                    "birthDateTime",
                    () -> xml.value("valueDateTime", routed.birth().toString()));
        });
    }

    private void sender(FhirXml xml) throws XMLStreamException {
        xml.in("source", () -> {
            xml.value("name", source);
            xml.in("contact", () -> {
                xml.value("system", "email");
                xml.value("value", "synthetic@muster.example");
            });
            xml.value("endpoint", "urn:nhs:addressing:asid:000000000000");
        });
    }

    /** The parts of a person's official name. */
    static void nameParts(FhirXml xml, Who who) throws XMLStreamException {
        xml.value("use", "official");
        xml.value("family", who.family());
        xml.value("given", who.given());
    }

    /** A verified NHS number. */
    static void identifier(FhirXml xml, String number) throws XMLStreamException {
        xml.in("identifier", () -> {
            xml.extension(
                    HL7UK + "StructureDefinition/Extension-CareConnect-NHSNumberVerificationStatus-1",
                    () -> xml.in(
                            "valueCodeableConcept",
                            () -> xml.coding(
                                    HL7UK + "CareConnect-NHSNumberVerificationStatus-1",
                                    "01",
                                    "Number present and verified")));
            xml.value("system", NUMBER);
            xml.value("value", number);
        });
    }
}
