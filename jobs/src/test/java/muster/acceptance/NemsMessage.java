package muster.acceptance;

import java.util.UUID;

/**
 * Messages of the national events service as feeds 3.3 to 3.8 describe them: STU3 bundles whose references are resolved
 * by fullUrl.
 */
final class NemsMessage {

    private static final String CARE = "https://fhir.hl7.org.uk/STU3/StructureDefinition/";
    private static final String NATIONAL = "https://fhir.nhs.uk/STU3/";
    private static int made;

    private final String event;
    private final String sent;
    private final String id = uuid();
    private final String focus = uuid();
    private final String subject = uuid();
    private final StringBuilder entries = new StringBuilder();
    private String routing = "";

    private NemsMessage(String event, String sent) {
        this.event = event;
        this.sent = sent;
    }

    /** A birth; the mother bears no number in the message. */
    static Dropped birth(Person baby, String sent, int stillbirthIndicator) {
        return birth(baby, sent, stillbirthIndicator, "", "");
    }

    /** A birth at a place to the patient of a practice; either may be empty. */
    static Dropped birth(
            Person baby, String sent, int stillbirthIndicator, String mothersPractice, String deliveryPlace) {
        NemsMessage message = new NemsMessage("pds-birth-notification-1", sent);
        String mother = uuid();
        String related = uuid();
        message.entry(
                message.focus,
                "Communication",
                "<status value=\"completed\"/><subject>" + reference(mother) + "</subject>");
        message.entry(
                mother,
                "Patient",
                "<name><use value=\"official\"/><family value=\"" + baby.family()
                        + "\"/><given value=\"Moira\"/></name>"
                        + message.organisation("generalPractitioner", mothersPractice)
                        + "<link><other>" + reference(related) + "</other><type value=\"seealso\"/></link>");
        message.entry(
                related,
                "RelatedPerson",
                "<patient>" + reference(message.subject) + "</patient><relationship><coding>"
                        + "<system value=\"http://hl7.org/fhir/v3/RoleCode\"/><code value=\"NMTH\"/></coding></relationship>");
        message.entry(
                message.subject,
                "Patient",
                message.person(baby, "", home(baby, baby.born()) + "<multipleBirthInteger value=\"1\"/>"));
        message.entry(
                uuid(),
                "Observation",
                "<status value=\"final\"/><code><coding>"
                        + "<system value=\"http://snomed.info/sct\"/><code value=\"237364002\"/></coding></code><subject>"
                        + reference(message.subject) + "</subject><valueCodeableConcept><coding><system value=\""
                        + NATIONAL
                        + "CodeSystem/EMS-PDS-StillBornIndicator-1\"/><code value=\"" + stillbirthIndicator
                        + "\"/></coding></valueCodeableConcept>");
        if (!deliveryPlace.isEmpty()) {
            message.entry(
                    uuid(),
                    "EpisodeOfCare",
                    "<status value=\"active\"/><type><coding><system value=\"" + NATIONAL
                            + "CodeSystem/BirthEpisodeCategory-1\"/><code value=\"delivery-place\"/></coding></type>"
                            + "<patient>" + reference(message.subject) + "</patient>"
                            + message.organisation("managingOrganization", deliveryPlace));
        }
        return message.file();
    }

    static Dropped changeOfAddress(Person now, String sent) {
        NemsMessage message = new NemsMessage("pds-change-of-address-1", sent).routedFor(now);
        message.communication();
        message.entry(message.subject, "Patient", message.person(now, "", home(now, sent.substring(0, 10))));
        return message.file();
    }

    /** A change of practice; an empty code is a de-registration without a new one. */
    static Dropped changeOfGp(Person person, String practice, String sent) {
        NemsMessage message = new NemsMessage("pds-change-of-gp-1", sent).routedFor(person);
        message.communication();
        String doctor = message.organisation("generalPractitioner", practice);
        message.entry(message.subject, "Patient", message.person(person, "", home(person, person.born()) + doctor));
        return message.file();
    }

    /** An element that refers to an organisation, which stands in an entry of its own; nothing for an empty code. */
    private String organisation(String element, String code) {
        if (code.isEmpty()) {
            return "";
        }
        String organisation = uuid();
        entry(
                organisation,
                "Organization",
                "<identifier><system value=\"https://fhir.nhs.uk/Id/" + "ods-organization-code\"/><value value=\""
                        + code + "\"/></identifier><name value=\"Invented\"/>");
        return "<" + element + ">" + reference(organisation) + "</" + element + ">";
    }

    /** Status 1 informal, 2 formal, U removed. */
    static Dropped death(Person person, String status, String effective, String sent) {
        NemsMessage message = new NemsMessage("pds-death-notification-1", sent).routedFor(person);
        message.communication();
        String extension = "<extension url=\"" + CARE + "Extension-CareConnect-DeathNotificationStatus-1\">"
                + "<extension url=\"deathNotificationStatus\"><valueCodeableConcept><coding><system value=\""
                + "https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-DeathNotificationStatus-1\"/><code value=\""
                + status
                + "\"/></coding></valueCodeableConcept></extension><extension url=\"systemEffectiveDate\"><valueDateTime value=\""
                + effective + "T00:00:00+00:00\"/></extension></extension>";
        String died = status.equals("U") ? "" : "<deceasedDateTime value=\"" + effective + "T04:00:00+00:00\"/>";
        message.entry(
                message.subject, "Patient", message.person(person, extension, died + home(person, person.born())));
        return message.file();
    }

    static Dropped recordChange(Person person, String sent) {
        NemsMessage message = new NemsMessage("pds-record-change-1", sent).routedFor(person);
        message.entry(message.focus, "Patient", message.person(person, "", ""));
        return message.file();
    }

    /** The same message routed for somebody else: feeds 3.9, the wrong child. */
    static Dropped deathOfAnother(Person routed, Person patient, String sent) {
        NemsMessage message = new NemsMessage("pds-death-notification-1", sent).routedFor(routed);
        message.communication();
        message.entry(message.subject, "Patient", message.person(patient, "", home(patient, patient.born())));
        return message.file();
    }

    private NemsMessage routedFor(Person person) {
        routing = "<extension url=\"" + NATIONAL + "StructureDefinition/Extension-RoutingDemographics-1\">"
                + "<extension url=\"nhsNumber\"><valueIdentifier><system value=\"https://fhir.nhs.uk/Id/nhs-number\"/>"
                + "<value value=\"" + person.number()
                + "\"/></valueIdentifier></extension><extension url=\"name\"><valueHumanName>"
                + "<use value=\"official\"/><family value=\"" + person.family() + "\"/><given value=\"" + person.given()
                + "\"/></valueHumanName></extension><extension url=\"birthDateTime\"><valueDateTime value=\""
                + person.born()
                + "T12:00:00+00:00\"/></extension></extension>";
        return this;
    }

    private void communication() {
        entry(
                focus,
                "Communication",
                "<status value=\"completed\"/><subject>" + reference(subject) + "</subject><payload>"
                        + "<contentReference>" + reference(subject) + "</contentReference></payload>");
    }

    private String person(Person person, String extensions, String rest) {
        String address = "";
        String after = rest;
        int home = rest.indexOf("<address>");
        if (home >= 0) {
            int end = rest.indexOf("</address>") + "</address>".length();
            address = rest.substring(home, end);
            after = rest.substring(end);
        }
        String died = home > 0 ? rest.substring(0, home) : home < 0 ? rest : "";
        after = home < 0 ? "" : after;
        return "<meta><versionId value=\"7\"/></meta>" + extensions + "<identifier><extension url=\"" + CARE
                + "Extension-CareConnect-NHSNumberVerificationStatus-1\"><valueCodeableConcept><coding><system value=\""
                + "https://fhir.hl7.org.uk/STU3/CareConnect-NHSNumberVerificationStatus-1\"/><code value=\"01\"/></coding>"
                + "</valueCodeableConcept></extension><system value=\"https://fhir.nhs.uk/Id/nhs-number\"/><value value=\""
                + person.number() + "\"/></identifier><name><use value=\"official\"/><family value=\"" + person.family()
                + "\"/><given value=\"" + person.given() + "\"/></name><gender value=\"female\"/><birthDate value=\""
                + person.born() + "\"><extension url=\"http://hl7.org/fhir/StructureDefinition/patient-birthTime\">"
                + "<valueDateTime value=\"" + person.born() + "T06:00:00+00:00\"/></extension></birthDate>" + died
                + address + after;
    }

    private static String home(Person person, String from) {
        return "<address><use value=\"home\"/><line value=\"" + person.line()
                + "\"/><line value=\"INVENTED\"/><postalCode value=\"" + person.postcode()
                + "\"/><period><start value=\"" + from + "\"/></period></address>";
    }

    private static String reference(String uuid) {
        return "<reference value=\"urn:uuid:" + uuid + "\"/>";
    }

    private void entry(String uuid, String type, String content) {
        entries.append("<entry><fullUrl value=\"urn:uuid:")
                .append(uuid)
                .append("\"/><resource><")
                .append(type)
                .append("><id value=\"")
                .append(uuid)
                .append("\"/>")
                .append(content)
                .append("</")
                .append(type)
                .append("></resource></entry>\n");
    }

    private Dropped file() {
        String header = "<entry><fullUrl value=\"urn:uuid:" + id + "\"/><resource><MessageHeader><id value=\"" + id
                + "\"/><meta><lastUpdated value=\"" + sent + "\"/></meta>" + routing + "<extension url=\"" + NATIONAL
                + "StructureDefinition/Extension-MessageEventType-1\"><valueCodeableConcept><coding><system value=\""
                + NATIONAL
                + "CodeSystem/MessageEventType-1\"/><code value=\"new\"/></coding></valueCodeableConcept></extension><event>"
                + "<system value=\"" + NATIONAL + "CodeSystem/EventType-1\"/><code value=\"" + event
                + "\"/></event><timestamp value=\""
                + sent + "\"/><source><endpoint value=\"urn:nhs:addressing:asid:000000000000\"/></source><responsible>"
                + "<reference value=\"https://directory.spineservices.nhs.uk/STU3/Organization/X26\"/></responsible><focus>"
                + reference(focus) + "</focus></MessageHeader></resource></entry>\n";
        return Dropped.plain(
                "nems",
                "message-" + number() + ".xml",
                "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"" + uuid() + "\"/><type value=\"message\"/>\n"
                        + header + entries + "</Bundle>\n");
    }

    private static synchronized int number() {
        return ++made;
    }

    private static String uuid() {
        return UUID.nameUUIDFromBytes(("acceptance" + number()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
