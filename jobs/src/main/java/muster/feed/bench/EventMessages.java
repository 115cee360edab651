package muster.feed.bench;

import java.util.List;
import java.util.UUID;
import muster.feed.NhsNumber;

/**
 * Invented NEMS messages of the size and make of the published ones, five kinds in turn: a change of practice, a hearing
 * screen, a blood spot outcome of nine conditions, a caseload episode and a vaccination.
 */
final class EventMessages {

    private static final long FIRST_NUMBER = 999_000_000L;
    private static final String PROFILE = "https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final List<String> CONDITIONS = List.of(
            "314081000",
            "314090007",
            "171191008",
            "400984005",
            "428056008",
            "940201000000107",
            "940221000000103",
            "940131000000109",
            "940151000000102");
    private static final List<String> KINDS = List.of(
            "pds-change-of-gp-1",
            "newborn-hearing-1",
            "blood-spot-test-outcome-1",
            "professional-contacts-1",
            "vaccinations-1");

    private final StringBuilder xml = new StringBuilder(1 << 14);
    private long next = FIRST_NUMBER;
    private String number;
    private int place;

    /** The message of a place in the sequence; each is of another person and has ids of its own. */
    String message(int index) {
        xml.setLength(0);
        place = index;
        number = null;
        while (number == null) {
            number = NhsNumber.ofNine(next++);
        }
        String kind = KINDS.get(index % KINDS.size());
        xml.append("<Bundle xmlns=\"http://hl7.org/fhir\">\n\t<id value=\"").append(id("bundle"));
        xml.append("\"/>\n\t<meta>\n\t\t<profile value=\"http://hl7.org/fhir/STU3/StructureDefinition/Bundle\"/>\n");
        xml.append("\t</meta>\n\t<type value=\"message\"/>\n");
        header(kind);
        organisation();
        patient();
        practitioner();
        switch (index % KINDS.size()) {
            case 0 ->
                entry("focus", "Communication", "<status value=\"completed\"/>" + reference("subject", "patient"));
            case 1 -> hearing();
            case 2 -> bloodSpot();
            case 3 -> episode();
            default -> vaccination();
        }
        return xml.append("</Bundle>\n").toString();
    }

    private String id(String part) {
        return new UUID(place, part.hashCode()).toString();
    }

    private void entry(String part, String type, String body) {
        xml.append("\t<entry>\n\t\t<fullUrl value=\"urn:uuid:")
                .append(id(part))
                .append("\"/>\n\t\t<resource>\n\t\t\t<");
        xml.append(type).append(">\n\t\t\t\t<id value=\"").append(id(part)).append("\"/>\n\t\t\t\t<meta>\n");
        xml.append("\t\t\t\t\t<profile value=\"").append(PROFILE).append(type).append("-1\"/>\n\t\t\t\t</meta>\n");
        xml.append(body).append("\t\t\t</").append(type).append(">\n\t\t</resource>\n\t</entry>\n");
    }

    private String reference(String element, String part) {
        return "\t\t\t\t<" + element + ">\n\t\t\t\t\t<reference value=\"urn:uuid:" + id(part) + "\"/>\n\t\t\t\t</"
                + element + ">\n";
    }

    private static String coded(String element, String system, String code) {
        return "\t\t\t\t<" + element + ">\n\t\t\t\t\t<coding>\n\t\t\t\t\t\t<system value=\"" + system
                + "\"/>\n\t\t\t\t\t\t<code value=\"" + code
                + "\"/>\n\t\t\t\t\t\t<display value=\"An invented display of the code, as long as real ones are\"/>\n"
                + "\t\t\t\t\t</coding>\n\t\t\t\t</" + element + ">\n";
    }

    private static String identifier(String system, String value) {
        return "\t\t\t\t<identifier>\n\t\t\t\t\t<system value=\"" + system + "\"/>\n\t\t\t\t\t<value value=\"" + value
                + "\"/>\n\t\t\t\t</identifier>\n";
    }

    private void header(String kind) {
        String national = "https://fhir.nhs.uk/STU3/StructureDefinition/";
        String routing = "\t\t\t\t<extension url=\"" + national + "Extension-RoutingDemographics-1\">\n"
                + "\t\t\t\t\t<extension url=\"nhsNumber\">\n\t\t\t\t\t\t<valueIdentifier>\n"
                + "\t\t\t\t\t\t\t<system value=\"https://fhir.nhs.uk/Id/nhs-number\"/>\n\t\t\t\t\t\t\t<value value=\""
                + number + "\"/>\n\t\t\t\t\t\t</valueIdentifier>\n\t\t\t\t\t</extension>\n"
                + "\t\t\t\t\t<extension url=\"name\">\n\t\t\t\t\t\t<valueHumanName>\n\t\t\t\t\t\t\t<use value=\"official\"/>\n"
                + "\t\t\t\t\t\t\t<family value=\"BENCHMARK\"/>\n\t\t\t\t\t\t\t<given value=\"Ida\"/>\n"
                + "\t\t\t\t\t\t</valueHumanName>\n\t\t\t\t\t</extension>\n\t\t\t\t\t<extension url=\"birthDateTime\">\n"
                + "\t\t\t\t\t\t<valueDateTime value=\"2026-03-02T12:00:00+00:00\"/>\n\t\t\t\t\t</extension>\n"
                + "\t\t\t\t</extension>\n";
        String lifecycle = "\t\t\t\t<extension url=\"" + national + "Extension-MessageEventType-1\">\n"
                + coded("valueCodeableConcept", "https://fhir.nhs.uk/STU3/CodeSystem/MessageEventType-1", "new")
                + "\t\t\t\t</extension>\n";
        String event =
                "\t\t\t\t<event>\n\t\t\t\t\t<system value=\"https://fhir.nhs.uk/STU3/CodeSystem/EventType-1\"/>\n"
                        + "\t\t\t\t\t<code value=\"" + kind + "\"/>\n\t\t\t\t</event>\n"
                        + "\t\t\t\t<timestamp value=\"2026-05-01T15:00:00+00:00\"/>\n\t\t\t\t<source>\n"
                        + "\t\t\t\t\t<name value=\"AN INVENTED PRACTICE\"/>\n"
                        + "\t\t\t\t\t<endpoint value=\"urn:nhs:addressing:asid:000000000000\"/>\n\t\t\t\t</source>\n";
        xml.append("\t<entry>\n\t\t<fullUrl value=\"urn:uuid:").append(id("header"));
        xml.append("\"/>\n\t\t<resource>\n\t\t\t<MessageHeader>\n\t\t\t\t<id value=\"")
                .append(id("header"));
        xml.append(
                "\"/>\n\t\t\t\t<meta>\n\t\t\t\t\t<lastUpdated value=\"2026-05-01T15:00:33+00:00\"/>\n\t\t\t\t</meta>\n");
        xml.append(routing).append(lifecycle).append(event);
        xml.append(reference("responsible", "organisation")).append(reference("focus", "focus"));
        xml.append("\t\t\t</MessageHeader>\n\t\t</resource>\n\t</entry>\n");
    }

    private void organisation() {
        entry(
                "organisation",
                "Organization",
                identifier("https://fhir.nhs.uk/Id/ods-organization-code", "B8605" + place % 10)
                        + "\t\t\t\t<name value=\"AN INVENTED PRACTICE\"/>\n\t\t\t\t<address>\n"
                        + "\t\t\t\t\t<line value=\"1 FRONT STREET\"/>\n\t\t\t\t\t<city value=\"NOWHERE\"/>\n"
                        + "\t\t\t\t\t<postalCode value=\"ZZ1 1ZZ\"/>\n\t\t\t\t</address>\n");
    }

    private void patient() {
        entry(
                "patient",
                "Patient",
                identifier("https://fhir.nhs.uk/Id/nhs-number", number)
                        + "\t\t\t\t<name>\n\t\t\t\t\t<use value=\"official\"/>\n\t\t\t\t\t<family value=\"BENCHMARK\"/>\n"
                        + "\t\t\t\t\t<given value=\"Ida\"/>\n\t\t\t\t</name>\n\t\t\t\t<gender value=\"female\"/>\n"
                        + "\t\t\t\t<birthDate value=\"2026-03-02\"/>\n\t\t\t\t<address>\n\t\t\t\t\t<use value=\"home\"/>\n"
                        + "\t\t\t\t\t<line value=\"4 Invented Drive\"/>\n\t\t\t\t\t<city value=\"NOWHERE\"/>\n"
                        + "\t\t\t\t\t<postalCode value=\"ZZ1 2ZZ\"/>\n\t\t\t\t</address>\n"
                        + reference("generalPractitioner", "organisation"));
    }

    private void practitioner() {
        entry(
                "practitioner",
                "Practitioner",
                identifier("https://fhir.nhs.uk/Id/sds-role-profile-id", "PT" + place)
                        + "\t\t\t\t<name>\n\t\t\t\t\t<family value=\"EXAMPLE\"/>\n\t\t\t\t\t<prefix value=\"Dr.\"/>\n"
                        + "\t\t\t\t</name>\n");
        entry(
                "service",
                "HealthcareService",
                identifier("https://fhir.nhs.uk/STU3/CodeSystem/EMS-HealthcareServiceType-1", "PDS")
                        + reference("providedBy", "organisation")
                        + coded("type", SNOMED, "310008001")
                        + coded("specialty", "https://fhir.nhs.uk/STU3/CodeSystem/DCH-Specialty-1", "254"));
    }

    private void encounter(String type) {
        entry(
                "focus",
                "Encounter",
                identifier("https://supplier/identifiers", "event-" + place)
                        + "\t\t\t\t<status value=\"finished\"/>\n"
                        + coded("type", "https://fhir.nhs.uk/STU3/CodeSystem/DCH-ChildHealthEncounterType-1", type)
                        + reference("subject", "patient")
                        + "\t\t\t\t<period>\n\t\t\t\t\t<start value=\"2026-03-09\"/>\n\t\t\t\t</period>\n"
                        + reference("serviceProvider", "organisation"));
    }

    private void procedure(int nth, String code, String outcome) {
        entry(
                "procedure" + nth,
                "Procedure",
                "\t\t\t\t<status value=\"completed\"/>\n" + coded("code", SNOMED, code)
                        + reference("subject", "patient")
                        + reference("context", "focus")
                        + "\t\t\t\t<performedDateTime value=\"2026-03-09T09:00:00+00:00\"/>\n"
                        + coded("outcome", SNOMED, outcome));
    }

    private void hearing() {
        encounter("007");
        procedure(1, "413083006", "1085451000000103");
        procedure(2, "413083006", "1085431000000105");
        procedure(3, "446077009", "1085501000000100");
        procedure(4, "446077009", "1085491000000106");
        entry(
                "summary",
                "Observation",
                "\t\t\t\t<status value=\"final\"/>\n" + coded("code", SNOMED, "276771000000107")
                        + reference("subject", "patient")
                        + reference("context", "focus")
                        + "\t\t\t\t<effectiveDateTime value=\"2026-03-09T09:30:00+00:00\"/>\n"
                        + coded("valueCodeableConcept", SNOMED, "276781000000109"));
    }

    private void bloodSpot() {
        encounter("008");
        for (int nth = 0; nth < CONDITIONS.size(); nth++) {
            procedure(nth, CONDITIONS.get(nth), "509581000000105");
        }
    }

    private void episode() {
        entry(
                "focus",
                "EpisodeOfCare",
                identifier("https://supplier/identifiers", "episode-" + place)
                        + "\t\t\t\t<status value=\"active\"/>\n"
                        + coded("type", SNOMED, "1078501000000104")
                        + reference("patient", "patient")
                        + reference("managingOrganization", "organisation")
                        + "\t\t\t\t<period>\n\t\t\t\t\t<start value=\"2026-03-16T09:00:00+00:00\"/>\n\t\t\t\t</period>\n"
                        + reference("team", "team"));
        entry("team", "CareTeam", identifier("https://supplier/identifiers", "team-" + place % 100));
    }

    private void vaccination() {
        entry(
                "focus",
                "Immunization",
                "\t\t\t\t<extension url=\"" + PROFILE.replace("CareConnect-", "Extension-CareConnect-")
                        + "VaccinationProcedure-1\">\n" + coded("valueCodeableConcept", SNOMED, "38598009")
                        + "\t\t\t\t</extension>\n"
                        + identifier("https://supplier/identifiers", "dose-" + place)
                        + "\t\t\t\t<status value=\"completed\"/>\n\t\t\t\t<notGiven value=\"false\"/>\n"
                        + coded("vaccineCode", SNOMED, "34925111000001104")
                        + reference("patient", "patient")
                        + "\t\t\t\t<date value=\"2026-04-30T12:00:00+01:00\"/>\n\t\t\t\t<primarySource value=\"true\"/>\n"
                        + "\t\t\t\t<lotNumber value=\"B" + place % 1000 + "\"/>\n");
    }
}
