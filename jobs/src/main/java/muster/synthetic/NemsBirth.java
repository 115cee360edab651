package muster.synthetic;

import javax.xml.stream.XMLStreamException;

/** What a birth notification tells: routed by the mother, about the baby her related person points to ({@code feeds.md} 3.4). */
final class NemsBirth {
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String UNITS = "http://unitsofmeasure.org";
    private static final String MOTHER_OF = "12";

    private final NemsMessage message;
    private final FhirXml xml;
    private final Event event;
    private final Who mother;

    NemsBirth(NemsMessage message, Event event, Who mother) {
        this.message = message;
        this.xml = message.xml();
        this.event = event;
        this.mother = mother;
    }

    void write(String focus, String mothersId) throws XMLStreamException {
        String related = message.id();
        String baby = message.id();
        xml.entry(focus, "Communication", NemsMessage.CARE_CONNECT + "Communication-1", () -> {
            xml.value("status", "completed");
            xml.reference("subject", NemsMessage.urn(mothersId));
            xml.value("sent", event.on().toString());
        });
        mother(mothersId, related);
        xml.entry(related, "RelatedPerson", NemsMessage.CARE_CONNECT + "RelatedPerson-1", () -> {
            xml.reference("patient", NemsMessage.urn(baby));
            xml.in("relationship", () -> xml.coding(NemsMessage.CODES + "PersonRelationshipType-1", MOTHER_OF, ""));
        });
        baby(baby);
        observations(baby, mothersId);
        episode(
                baby,
                "responsible-child-health-organisation",
                event.address().place().authority().chis(),
                "",
                "");
        episode(baby, "delivery-place", "RZ801", "EMS-PDS-DeliveryPlaceType-1", "4");
        episode(baby, "registering-authority", "RZ8", "EMS-PDS-RegisteringAuthorityType-1", "c");
    }

    private void mother(String id, String related) throws XMLStreamException {
        xml.entry(id, "Patient", NemsMessage.CARE_CONNECT + "Patient-1", () -> {
            message.identifier(mother.nhs());
            xml.in("name", () -> NemsHeader.nameParts(xml, mother));
            xml.value("birthDate", mother.birth().toString());
            xml.reference(
                    "generalPractitioner", NemsMessage.ODS + event.practice().code());
            xml.in("link", () -> {
                xml.reference("other", NemsMessage.urn(related));
                xml.value("type", "seealso");
            });
        });
    }

    private void baby(String id) throws XMLStreamException {
        Child child = event.child();
        String bornAt = child.birth() + "T" + child.birthTime() + ":00" + Zones.offset(child.birth());
        xml.entry(id, "Patient", NemsMessage.CARE_CONNECT + "Patient-1", () -> {
            xml.extension(
                    "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-EthnicCategory-1",
                    () -> xml.in(
                            "valueCodeableConcept",
                            () -> xml.coding(
                                    "https://fhir.hl7.org.uk/STU3/CareConnect-EthnicCategory-1", child.ethnic(), "")));
            message.identifier(event.who().nhs());
            xml.in("name", () -> NemsHeader.nameParts(xml, event.who()));
            xml.value("gender", child.gender() == 1 ? "male" : "female");
            xml.valueAnd(
                    "birthDate",
                    child.birth().toString(),
                    () -> xml.extension(
                            "http://hl7.org/fhir/StructureDefinition/patient-birthTime",
                            () -> xml.value("valueDateTime", bornAt)));
            message.address("home", event.address(), null, null);
            xml.value("multipleBirthInteger", Integer.toString(child.birthOrder()));
        });
    }

    private void observations(String baby, String mothersId) throws XMLStreamException {
        Child child = event.child();
        observation("364589006", "Birth weight", baby, () -> quantity(Integer.toString(child.weight()), "gram", "g"));
        observation(
                "412726003",
                "Length of gestation at birth",
                baby,
                () -> quantity(child.gestation() + ".0", "week", "wk"));
        observation(
                "382341000000101",
                "Total number of registerable births at delivery",
                mothersId,
                () -> xml.in("valueQuantity", () -> xml.value("value", Integer.toString(child.births()))));
        observation(
                "237364002",
                "Stillbirth",
                baby,
                () -> xml.in(
                        "valueCodeableConcept",
                        () -> xml.coding(
                                NemsMessage.CODES + "EMS-PDS-StillBornIndicator-1",
                                Integer.toString(event.stillborn()),
                                "")));
        observation(
                "1097291000000101",
                "Suspected congenital abnormality",
                baby,
                () -> xml.in(
                        "valueCodeableConcept",
                        () -> xml.coding(
                                NemsMessage.CODES + "EMS-PDS-SuspectedCongenitalAbnormalityIndicator-1", "N", "")));
    }

    private void observation(String code, String display, String subject, FhirXml.Content value)
            throws XMLStreamException {
        xml.entry(message.id(), "Observation", NemsMessage.CARE_CONNECT + "Observation-1", () -> {
            xml.value("status", "final");
            xml.in("code", () -> {
                if (code.equals("364589006")) {
                    xml.coding("http://loinc.org", "29463-7", "Body weight");
                }
                xml.coding(SNOMED, code, display);
            });
            xml.reference("subject", NemsMessage.urn(subject));
            value.write();
        });
    }

    private void quantity(String value, String unit, String code) throws XMLStreamException {
        xml.in("valueQuantity", () -> {
            xml.value("value", value);
            xml.value("unit", unit);
            xml.value("system", UNITS);
            xml.value("code", code);
        });
    }

    private void episode(String baby, String category, String organisation, String typeSystem, String type)
            throws XMLStreamException {
        String id = message.id();
        xml.entry(message.id(), "EpisodeOfCare", NemsMessage.CARE_CONNECT + "EpisodeOfCare-1", () -> {
            xml.value("status", "active");
            xml.in("type", () -> xml.coding(NemsMessage.CODES + "BirthEpisodeCategory-1", category, ""));
            xml.reference("patient", NemsMessage.urn(baby));
            xml.reference("managingOrganization", NemsMessage.urn(id));
        });
        xml.entry(id, "Organization", NemsMessage.CARE_CONNECT + "Organization-1", () -> {
            message.odsCode(organisation);
            if (!type.isEmpty()) {
                xml.in("type", () -> xml.coding(NemsMessage.CODES + typeSystem, type, ""));
            }
        });
    }
}
