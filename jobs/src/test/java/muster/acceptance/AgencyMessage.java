package muster.acceptance;

/** Messages of agencies as feeds 5.1, 7.1 and 8.2 describe them; complete each time, keyed by identifier and publisher. */
final class AgencyMessage {

    private static int made;

    private AgencyMessage() {}

    /** A blood spot outcome; an empty outcome is a condition not reported. */
    static Dropped bloodSpot(Person child, String key, String lifecycle, String sent, String pku, String cf) {
        String results =
                (pku.isEmpty() ? "" : procedure("314081000", pku)) + (cf.isEmpty() ? "" : procedure("171191008", cf));
        return message("blood-spot-test-outcome-1", child, lifecycle, sent, encounter(key, lifecycle) + results);
    }

    static Dropped hearing(Person child, String key, String lifecycle, String sent, String left, String right) {
        String results = procedure("413083006", left) + procedure("413083006", right);
        return message("newborn-hearing-1", child, lifecycle, sent, encounter(key, lifecycle) + results);
    }

    static Dropped contacts(Person child, String key, String lifecycle, String sent, String setting, String status) {
        return message(
                "professional-contacts-1",
                child,
                lifecycle,
                sent,
                focus("EpisodeOfCare", key, lifecycle.equals("delete") ? "entered-in-error" : status)
                        + "<type><coding><code value=\"" + setting
                        + "\"/></coding></type><patient><reference value=\"urn:uuid:child\"/></patient>"
                        + "<period><start value=\"2026-10-12\"/></period></EpisodeOfCare></resource></entry>\n");
    }

    static Dropped vaccination(
            Person child, String key, String lifecycle, String sent, String batch, boolean notGiven) {
        String why = notGiven
                ? "<explanation><reasonNotGiven><coding><code value=\"310376006\"/></coding></reasonNotGiven></explanation>"
                : "";
        return message(
                "vaccinations-1",
                child,
                lifecycle,
                sent,
                focus("Immunization", key, lifecycle.equals("delete") ? "entered-in-error" : "completed")
                        + "<extension url=\"https://fhir.hl7.org.uk/STU3/StructureDefinition/"
                        + "Extension-CareConnect-VaccinationProcedure-1\"><valueCodeableConcept><coding>"
                        + "<code value=\"38598009\"/></coding></valueCodeableConcept></extension><notGiven value=\""
                        + notGiven
                        + "\"/><patient><reference value=\"urn:uuid:child\"/></patient><date value=\"2026-10-14\"/>"
                        + "<lotNumber value=\"" + batch + "\"/>" + why + "</Immunization></resource></entry>\n");
    }

    private static String encounter(String key, String lifecycle) {
        return focus("Encounter", key, lifecycle.equals("delete") ? "entered-in-error" : "finished")
                + "<subject><reference value=\"urn:uuid:child\"/></subject><period><start value=\"2026-10-09\"/></period>"
                + "</Encounter></resource></entry>\n";
    }

    private static String focus(String type, String key, String status) {
        return "<entry><fullUrl value=\"urn:uuid:focus\"/><resource><" + type + "><id value=\"focus\"/><identifier>"
                + "<system value=\"https://supplier/ids\"/><value value=\"" + key + "\"/></identifier><status value=\""
                + status
                + "\"/>";
    }

    private static String procedure(String code, String outcome) {
        return "<entry><resource><Procedure><code><coding><code value=\"" + code
                + "\"/></coding></code><context><reference value=\"urn:uuid:focus\"/></context><outcome><coding><code value=\""
                + outcome + "\"/></coding></outcome></Procedure></resource></entry>\n";
    }

    private static synchronized Dropped message(
            String event, Person child, String lifecycle, String sent, String body) {
        made++;
        return Dropped.plain("nems", "agency-" + made + ".xml", """
                <Bundle xmlns="http://hl7.org/fhir"><type value="message"/>
                <entry><fullUrl value="urn:uuid:header"/><resource><MessageHeader><id value="header-%7$d"/>
                <meta><lastUpdated value="%4$s"/></meta>
                <extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-RoutingDemographics-1">
                <extension url="nhsNumber"><valueIdentifier><value value="%1$s"/></valueIdentifier></extension>
                <extension url="birthDateTime"><valueDateTime value="%2$s"/></extension></extension>
                <extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-MessageEventType-1">
                <valueCodeableConcept><coding><code value="%3$s"/></coding></valueCodeableConcept></extension>
                <event><code value="%5$s"/></event><timestamp value="%4$s"/>
                <responsible><reference value="https://directory.spineservices.nhs.uk/STU3/Organization/RHA"/></responsible>
                <focus><reference value="urn:uuid:focus"/></focus></MessageHeader></resource></entry>
                <entry><fullUrl value="urn:uuid:child"/><resource><Patient><id value="child"/><identifier>
                <system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="%1$s"/></identifier>
                <birthDate value="%2$s"/></Patient></resource></entry>
                %6$s</Bundle>
                """.formatted(
                        child.number(), child.born(), lifecycle, sent, event, body, made));
    }
}
