package muster.synthetic;

import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import muster.synthetic.Care.BodyCheck;
import muster.synthetic.Care.HearingScreen;
import muster.synthetic.Care.Sample;
import muster.synthetic.Vaccinations.Dose;

/**
 * One NEMS message of an agency other than PDS: a caseload, a screen or a vaccination ({@code feeds.md} 5.1, 7.1 and 8.2). The
 * focus carries the key of the thing told; all messages about it have the same key, and the header says which is the latest.
 */
final class ClinicalMessage {
    /** The events, with their codes and what their focus is. */
    enum Kind {
        CONTACTS("professional-contacts-1", "Professional Contacts"),
        BLOOD_SPOT("blood-spot-test-outcome-1", "Blood Spot Test Outcome"),
        HEARING("newborn-hearing-1", "Newborn Hearing"),
        EXAMINATION("nipe-outcome-1", "NIPE Outcome"),
        VACCINATION("vaccinations-1", "Vaccinations");

        final String code;
        final String display;

        Kind(String code, String display) {
            this.code = code;
            this.display = display;
        }
    }

    /**
     * What every message says beside its subject.
     *
     * @param lifecycle new, update or delete
     * @param updated the day that puts messages about one thing in order
     * @param publisher ODS code of the organisation that tells it
     */
    record Telling(String lifecycle, LocalDate updated, String publisher, String publisherName) {
        boolean deletes() {
            return lifecycle.equals("delete");
        }
    }

    private interface Subject {
        void write(String focus, String patient, String organisation) throws XMLStreamException;
    }

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String KEYS = "https://muster.example/synthetic/";
    private static final String PROFILE = NemsMessage.CARE_CONNECT;

    private final Child child;
    private final Telling telling;
    private final Kind kind;
    private final CarePlan plan;
    private final Dice ids;
    private final FhirXml xml = new FhirXml();

    ClinicalMessage(long seed, Child child, Kind kind, Telling telling, CarePlan plan) throws XMLStreamException {
        this.child = child;
        this.telling = telling;
        this.kind = kind;
        this.plan = plan;
        this.ids = Dice.of(
                seed,
                child.index(),
                kind.code + telling.lifecycle() + telling.updated().toEpochDay());
    }

    /** What the publisher calls the record of which it tells. */
    static String recordIdentifier(Kind kind, Child child) {
        return kind.ordinal() + "-" + Stage.sevenDigits(child.index());
    }

    /** A health visiting caseload that holds the child. */
    String caseload(Who who, LocalDate start, String team) throws XMLStreamException {
        return bundle(who, (focus, patient, organisation) -> {
            String careTeam = id();
            xml.entry(focus, "EpisodeOfCare", PROFILE + "EpisodeOfCare-1", () -> {
                key();
                xml.value("status", telling.deletes() ? "entered-in-error" : "active");
                concept("type", "1078501000000104", "Health visiting service");
                xml.reference("patient", urn(patient));
                xml.reference("managingOrganization", urn(organisation));
                xml.in("period", () -> xml.value("start", start + "T09:00:00" + Zones.offset(start)));
                xml.reference("team", urn(careTeam));
            });
            xml.entry(careTeam, "CareTeam", PROFILE + "CareTeam-1", () -> {
                xml.value("name", team);
                xml.reference("subject", urn(patient));
            });
        });
    }

    String bloodSpot(Who who, Sample sample, List<String> statuses) throws XMLStreamException {
        return bundle(who, (focus, patient, organisation) -> {
            encounter(focus, patient, organisation, "008", "Newborn Blood Spot Screening", sample.result());
            for (int i = 0; i < statuses.size() && !telling.deletes(); i++) {
                CarePlan.Condition condition = plan.conditions().get(i);
                String outcome = condition.concepts().get(statuses.get(i));
                if (outcome != null) {
                    procedure(focus, patient, condition.procedure(), outcome, null);
                }
            }
            if (!telling.deletes()) {
                xml.entry(id(), "DiagnosticReport", PROFILE + "DiagnosticReport-1", () -> {
                    xml.value("status", "final");
                    concept("code", "169650006", "Newborn blood spot screening");
                    xml.reference("subject", urn(patient));
                    xml.reference("context", urn(focus));
                    xml.value("issued", noon(sample.result()));
                });
            }
        });
    }

    String hearing(Who who, HearingScreen screen) throws XMLStreamException {
        CarePlan.Hearing codes = plan.hearing();
        return bundle(who, (focus, patient, organisation) -> {
            encounter(focus, patient, organisation, "007", "Newborn Hearing Screening", screen.screened());
            if (telling.deletes()) {
                return;
            }
            String left = screen.leftClear() ? codes.leftClear() : codes.leftUnclear();
            String right = screen.rightClear() ? codes.rightClear() : codes.rightUnclear();
            procedure(focus, patient, "413083006", left, screen.screened());
            procedure(focus, patient, "413083006", right, screen.screened());
            xml.entry(id(), "Observation", PROFILE + "Observation-1", () -> {
                xml.value("status", "final");
                concept("code", "276771000000107", "Newborn hearing screening programme outcome");
                xml.reference("subject", urn(patient));
                xml.reference("context", urn(focus));
                xml.value("effectiveDateTime", noon(screen.screened()));
                concept("valueCodeableConcept", codes.summary(), "Complete, clear response");
            });
        });
    }

    String examination(Who who, BodyCheck check) throws XMLStreamException {
        return bundle(who, (focus, patient, organisation) -> {
            encounter(focus, patient, organisation, "006", "NIPE", check.examined());
            for (int i = 0; i < check.outcomes().size() && !telling.deletes(); i++) {
                if (!check.outcomes().get(i).isEmpty()) {
                    procedure(
                            focus,
                            patient,
                            plan.parts().get(i).procedure(),
                            check.outcomes().get(i),
                            check.examined());
                }
            }
        });
    }

    String vaccination(Who who, Dose dose) throws XMLStreamException {
        return bundle(
                who,
                (focus, patient, organisation) -> xml.entry(
                        focus, "Immunization", PROFILE + "Immunization-1", () -> immunisation(patient, dose)));
    }

    private void immunisation(String patient, Dose dose) throws XMLStreamException {
        xml.extension(
                PROFILE.replace("/CareConnect-", "/Extension-CareConnect-") + "VaccinationProcedure-1",
                () -> concept(
                        "valueCodeableConcept",
                        dose.slot().procedure(),
                        dose.slot().term()));
        key();
        xml.value("status", telling.deletes() ? "entered-in-error" : "completed");
        xml.value("notGiven", "false");
        xml.in("vaccineCode", () -> xml.coding("http://hl7.org/fhir/v3/NullFlavor", "UNK", ""));
        xml.reference("patient", urn(patient));
        xml.value("date", noon(dose.given()));
        xml.value("primarySource", "true");
        concept("site", dose.slot().siteCode(), dose.slot().siteTerm());
        concept("route", dose.slot().routeCode(), dose.slot().routeTerm());
        xml.in("vaccinationProtocol", () -> {
            xml.value("doseSequence", Integer.toString(dose.slot().dose()));
            xml.in("targetDisease", () -> xml.value("text", dose.slot().type()));
            xml.in("doseStatus", () -> xml.value("text", "given"));
        });
    }

    private String bundle(Who who, Subject subject) throws XMLStreamException {
        String focus = id();
        String patient = id();
        String organisation = id();
        NemsHeader head = new NemsHeader(
                kind.code,
                kind.display,
                telling.lifecycle(),
                noon(telling.updated()),
                noon(telling.updated()),
                telling.publisherName(),
                urn(organisation));
        xml.root("Bundle", () -> {
            xml.value("id", id());
            xml.in("meta", () -> xml.value("profile", "http://hl7.org/fhir/STU3/StructureDefinition/Bundle"));
            xml.value("type", "message");
            head.write(xml, id(), who, urn(focus));
            organisation(organisation);
            if (!telling.deletes()) {
                patient(patient, who);
            }
            subject.write(focus, patient, organisation);
        });
        return xml.text();
    }

    private void organisation(String id) throws XMLStreamException {
        xml.entry(id, "Organization", PROFILE + "Organization-1", () -> {
            xml.in("identifier", () -> {
                xml.value("system", "https://fhir.nhs.uk/Id/ods-organization-code");
                xml.value("value", telling.publisher());
            });
            xml.value("name", telling.publisherName());
        });
    }

    private void patient(String id, Who who) throws XMLStreamException {
        xml.entry(id, "Patient", PROFILE + "Patient-1", () -> {
            NemsHeader.identifier(xml, who.nhs());
            xml.in("name", () -> NemsHeader.nameParts(xml, who));
            xml.value("gender", who.gender() == 1 ? "male" : "female");
            xml.value("birthDate", who.birth().toString());
        });
    }

    private void encounter(String id, String patient, String organisation, String type, String display, LocalDate date)
            throws XMLStreamException {
        xml.entry(id, "Encounter", PROFILE + "Encounter-1", () -> {
            key();
            xml.value("status", telling.deletes() ? "entered-in-error" : "finished");
            xml.in("type", () -> xml.coding(NemsMessage.CODES + "DCH-ChildHealthEncounterType-1", type, display));
            if (!telling.deletes()) {
                xml.reference("subject", urn(patient));
                xml.in("period", () -> xml.value("start", date.toString()));
                xml.reference("serviceProvider", urn(organisation));
            }
        });
    }

    private void procedure(String encounter, String patient, String code, String outcome, LocalDate performed)
            throws XMLStreamException {
        xml.entry(id(), "Procedure", PROFILE + "Procedure-1", () -> {
            xml.value("status", "completed");
            concept("code", code, "");
            xml.reference("subject", urn(patient));
            xml.reference("context", urn(encounter));
            if (performed != null) {
                xml.value("performedDateTime", performed.toString());
            }
            concept("outcome", outcome, "");
        });
    }

    private void key() throws XMLStreamException {
        xml.in("identifier", () -> {
            xml.value("system", KEYS + kind.code);
            xml.value("value", recordIdentifier(kind, child));
        });
    }

    private void concept(String element, String code, String display) throws XMLStreamException {
        xml.in(element, () -> xml.coding(SNOMED, code, display));
    }

    private String id() {
        return NemsMessage.uuid(ids);
    }

    private static String urn(String id) {
        return "urn:uuid:" + id;
    }

    private static String noon(LocalDate date) {
        return date + "T12:00:00" + Zones.offset(date);
    }
}
