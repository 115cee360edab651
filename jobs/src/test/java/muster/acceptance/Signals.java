package muster.acceptance;

/** Content-free signals in the three shapes of feeds 3.10. */
final class Signals {

    private static int made;

    private Signals() {}

    /** CloudEvents 1.0: only type and number. */
    static Dropped cloudEvent(String type, Person person, String time) {
        return file("""
                {"specversion": "1.0", "id": "%s", "source": "https://fhir.nhs.uk/Id/nhsSpineASID/477121000324",
                 "type": "%s", "time": "%s", "dataref": "https://api.service.nhs.uk/Patient/%s", "subject": "%s"}
                """.formatted(id(), type, time, person.number(), person.number()));
    }

    /** Version 1, with the status it carries. */
    static Dropped version1(String type, Person person, String time, String statusName, String status) {
        return file(
                """
                {"id": "%s", "type": "%s", "subject": {"nhsNumber": "%s", "familyName": "%s", "dob": "%s"},
                 "source": {"name": "NHS DIGITAL"}, "time": "%s", "data": {"versionId": "W/\\"7\\"", "%s": "%s"}}
                """.formatted(id(), type, person.number(), person.family(), person.born(), time, statusName, status));
    }

    /** A FHIR R4 bundle with one subscription status. */
    static Dropped fhir(String type, Person person, String time) {
        return file("""
                {"resourceType": "Bundle", "id": "%s", "type": "history", "timestamp": "%s", "entry": [{"resource": {
                 "resourceType": "Parameters", "parameter": [
                  {"name": "notification-event", "part": [{"name": "timestamp", "valueInstant": "%s"}]},
                  {"name": "additional-context", "part": [{"name": "event-type", "valueString": "%s"},
                   {"name": "subject", "valueReference": {"identifier": {"value": "%s"}}}]}]}}]}
                """.formatted(id(), time, time, type, person.number()));
    }

    static Dropped file(String text) {
        return Dropped.plain("mns", "signal-" + ++made + ".json", text);
    }

    private static String id() {
        return "00000000-0000-4000-8000-%012d".formatted(++made);
    }
}
