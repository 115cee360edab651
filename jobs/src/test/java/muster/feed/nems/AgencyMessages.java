package muster.feed.nems;

/** Invented messages of agencies, in the shape of feeds.md 5.1, 7.1 and 8.2. */
final class AgencyMessages {

    static final String NUMBER = "9990000042";
    static final String HEARING = "newborn-hearing-1";
    static final String BLOOD_SPOT = "blood-spot-test-outcome-1";
    static final String NIPE = "nipe-outcome-1";

    private static final String ROUTING = """
            <extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-RoutingDemographics-1">
              <extension url="nhsNumber"><valueIdentifier><system value="https://fhir.nhs.uk/Id/nhs-number"/>
                <value value="%1$s"/></valueIdentifier></extension>
              <extension url="birthDateTime"><valueDateTime value="2026-03-05T02:10:00+00:00"/></extension>
            </extension>
            """;
    private static final String PATIENT = """
            <entry><fullUrl value="urn:uuid:p1"/><resource><Patient><id value="p1"/>
              <identifier><system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="9990000042"/></identifier>
              <name><use value="official"/><family value="FENWICK"/><given value="Ada"/></name>
              <gender value="female"/><birthDate value="2026-03-05"/></Patient></resource></entry>
            """;

    private AgencyMessages() {}

    /** A screening encounter with its findings; an empty focus body is a bare delete. */
    static String screen(String event, String lifecycle, String findings) {
        String encounter = """
                <entry><fullUrl value="urn:uuid:f1"/><resource><Encounter><id value="f1"/>
                  <identifier><system value="https://supplier/ids"/><value value="S-1"/></identifier>
                  <status value="finished"/><type><coding><code value="007"/></coding></type>
                  <subject><reference value="urn:uuid:p1"/></subject><period><start value="2026-03-09"/></period>
                  <location><location><reference value="urn:uuid:l1"/></location></location>
                </Encounter></resource></entry>
                <entry><fullUrl value="urn:uuid:l1"/><resource><Location><id value="l1"/><identifier>
                  <system value="https://fhir.nhs.uk/Id/ods-site-code"/><value value="RXX01"/></identifier>
                </Location></resource></entry>
                <entry><resource><DiagnosticReport><issued value="2026-03-14T09:00:00+00:00"/></DiagnosticReport></resource></entry>
                <entry><resource><Communication><category><coding><code value="009"/></coding></category></Communication>
                </resource></entry>
                """;
        return bundle(event, lifecycle, PATIENT + encounter + findings);
    }

    static String procedure(String code, String outcome, String performed) {
        return "<entry><resource><Procedure><code><coding><code value=\"" + code + "\"/></coding></code>"
                + "<context><reference value=\"urn:uuid:f1\"/></context>"
                + (performed.isEmpty() ? "" : "<performedDateTime value=\"" + performed + "\"/>")
                + "<outcome><coding><system value=\"https://fhir.nhs.uk/STU3/ValueSet/DCH-BloodSpotOutcome-1\"/><code value=\""
                + outcome + "\"/></coding></outcome></Procedure></resource></entry>\n";
    }

    static String observation(String code, String value) {
        return "<entry><resource><Observation><code><coding><code value=\"" + code + "\"/></coding></code>"
                + "<context><reference value=\"urn:uuid:f1\"/></context>"
                + "<effectiveDateTime value=\"2026-03-09T10:00:00+00:00\"/><valueCodeableConcept><coding><code value=\""
                + value + "\"/></coding></valueCodeableConcept></Observation></resource></entry>\n";
    }

    /** An episode of a care setting. */
    static String contacts(String lifecycle, String setting, String status) {
        return bundle("professional-contacts-1", lifecycle, PATIENT + """
                <entry><fullUrl value="urn:uuid:f1"/><resource><EpisodeOfCare><id value="f1"/>
                  <identifier><system value="https://supplier/ids"/><value value="E-1"/></identifier>
                  <status value="%s"/><type><coding><code value="%s"/></coding></type>
                  <patient><reference value="urn:uuid:p1"/></patient>
                  <managingOrganization><reference value="https://directory.spineservices.nhs.uk/STU3/Organization/RHV"/></managingOrganization>
                  <period><start value="2026-03-16T09:00:00+00:00"/><end value="2026-05-01"/></period>
                  <team><reference value="urn:uuid:t1"/></team></EpisodeOfCare></resource></entry>
                <entry><fullUrl value="urn:uuid:t1"/><resource><CareTeam><id value="t1"/><identifier>
                  <value value="TEAM-A"/></identifier></CareTeam></resource></entry>
                """.formatted(status, setting));
    }

    static String vaccination(String lifecycle, boolean notGiven) {
        String explanation = notGiven
                ? "<reasonNotGiven><coding><code value=\"310376006\"/></coding></reasonNotGiven>"
                : "<reason><coding><code value=\"864611000000103\"/></coding></reason>";
        return bundle(
                "vaccinations-1",
                lifecycle,
                PATIENT + """
                <entry><fullUrl value="urn:uuid:f1"/><resource><Immunization><id value="f1"/>
                  <extension url="https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-VaccinationProcedure-1">
                    <valueCodeableConcept><coding><code value="%s"/></coding></valueCodeableConcept></extension>
                  <identifier><system value="https://supplier/ids"/><value value="V-1"/></identifier>
                  <status value="completed"/><notGiven value="%s"/>
                  <vaccineCode><coding><code value="34925111000001104"/></coding></vaccineCode>
                  <patient><reference value="urn:uuid:p1"/></patient><date value="2026-05-07T11:00:00+01:00"/>
                  <primarySource value="true"/><lotNumber value="B7"/><vaccinationProtocol><doseSequence value="1"/></vaccinationProtocol>
                  <explanation>%s</explanation></Immunization></resource></entry>
                """.formatted(notGiven ? "61761000000109" : "38598009", notGiven, explanation));
    }

    /** No more than the header and the identifier. */
    static String bareDelete(String event) {
        return bundle(event, "delete", """
                <entry><fullUrl value="urn:uuid:f1"/><resource><Encounter><id value="f1"/>
                  <identifier><system value="https://supplier/ids"/><value value="S-1"/></identifier>
                  <status value="entered-in-error"/></Encounter></resource></entry>
                """);
    }

    private static String bundle(String event, String lifecycle, String entries) {
        return """
                <Bundle xmlns="http://hl7.org/fhir"><id value="b1"/><type value="message"/>
                <entry><fullUrl value="urn:uuid:h1"/><resource><MessageHeader><id value="h1"/>
                <meta><lastUpdated value="2026-05-08T08:00:00+00:00"/></meta>
                %s<extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-MessageEventType-1">
                <valueCodeableConcept><coding><code value="%s"/></coding></valueCodeableConcept></extension>
                <event><code value="%s"/></event><timestamp value="2026-05-08T08:00:01+00:00"/>
                <source><endpoint value="urn:nhs:addressing:asid:200000000001"/></source>
                <responsible><reference value="https://directory.spineservices.nhs.uk/STU3/Organization/RXX"/></responsible>
                <focus><reference value="urn:uuid:f1"/></focus></MessageHeader></resource></entry>
                %s</Bundle>
                """.formatted(ROUTING.formatted(NUMBER), lifecycle, event, entries);
    }
}
