package muster.feed.mns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.feed.ControlTotals;
import muster.feed.FileContext;
import muster.feed.hostile.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals in three shapes, and everything that is refused by name (feeds.md 3.10, rulings 3). */
class MnsFeedReaderTest {

    private static final FeedDefinitions FEEDS = FeedDefinitions.ofClassPath();
    private static final FeedDefinition MNS = FEEDS.feed("mns");
    private static final String EVENT = """
            {"specversion": "1.0", "id": "S1", "source": "spine", "type": "pds-change-of-gp-2",
             "time": "2026-11-10T13:00:00Z", "subject": "9990000042"}
            """;

    @Test
    void aCloudEventIsANumberATypeAndATime() throws IOException {
        assertThat(read(EVENT).rows)
                .singleElement()
                .asString()
                .contains("|S1|", "|pds-change-of-gp-2|9990000042|", "spine");
    }

    @Test
    void versionOneCarriesItsStatus() throws IOException {
        String message = """
                {"id": "S2", "type": "nhs-number-change-1", "subject": {"nhsNumber": 9990000042, "dob": "2024"},
                 "source": {"name": "NHS DIGITAL"}, "time": "2026-11-10T13:00:00.000Z",
                 "data": {"versionId": "W/\\"7\\"", "nhsNumberStatus": "I"}}
                """;
        assertThat(read(message).rows).singleElement().asString().contains("|9990000042|", "|I|", "|l7|");
    }

    @Test
    void aBundleOfFhirIsReadByItsParameters() throws IOException {
        String message = """
                {"resourceType": "Bundle", "id": "S3", "entry": [{"resource": {}}, {"resource": {"resourceType": "Parameters",
                 "parameter": [{"name": "notification-event", "part": [{"name": "timestamp", "valueInstant": "2026-11-10T13:00:00Z"}]},
                  {"name": "additional-context", "part": [{"name": "event-type", "valueString": "pds-record-change-2"},
                   {"name": "subject", "valueReference": {"identifier": {"value": "999 000 0042"}}},
                   {"name": "version-id", "valueString": "W/\\"4\\""}]}]}}]}
                """;
        assertThat(read(message).rows)
                .singleElement()
                .asString()
                .contains("|S3|", "|pds-record-change-2|9990000042|", "|l4|");
    }

    @Test
    void aSignalWithoutATimeCountsFromTheNight() throws IOException {
        assertThat(read(EVENT.replace("2026-11-10T13:00:00Z", "soon")).rows)
                .singleElement()
                .asString()
                .contains("|t1794873600000000|", "TIMESTAMP_INVALID|event_date_time");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "REJECTED FILE_EMPTY"),
                Arguments.of("{", "REJECTED JSON_INVALID"),
                Arguments.of("[]", "REJECTED JSON_INVALID"),
                Arguments.of("\"text\"", "REJECTED JSON_INVALID"),
                Arguments.of(EVENT + "{}", "REJECTED JSON_INVALID"),
                Arguments.of(
                        EVENT.replace("\"id\": \"S1\"", "\"id\": \"S1\", \"id\": \"S2\""), "REJECTED JSON_INVALID"),
                Arguments.of("{\"a\":".repeat(200) + "1" + "}".repeat(200), "REJECTED LIMIT_EXCEEDED"),
                Arguments.of("{\"a\": [" + "1,".repeat(30_000) + "1]}", "REJECTED LIMIT_EXCEEDED"),
                Arguments.of("{\"a\": \"" + "x".repeat(70_000) + "\"}", "REJECTED LIMIT_EXCEEDED"),
                Arguments.of("{\"a\": " + "9".repeat(500) + "}", "REJECTED LIMIT_EXCEEDED"),
                Arguments.of(EVENT + " ".repeat(4 << 20), "REJECTED LIMIT_EXCEEDED"),
                Arguments.of(EVENT.replace("S1", "S\\u0000"), "REJECTED CONTROL_CHARACTER"),
                Arguments.of("{}", "REJECTED UNKNOWN_EVENT"),
                Arguments.of(EVENT.replace("pds-change-of-gp-2", "never-heard-of-1"), "REJECTED UNKNOWN_EVENT"),
                Arguments.of(EVENT.replace("pds-change-of-gp-2", "pdm-resource-change-1"), "SKIPPED EVENT_IGNORED"),
                Arguments.of(EVENT.replace("S1", ""), "REJECTED MANDATORY_MISSING"),
                Arguments.of(EVENT.replace("9990000042", ""), "REJECTED MANDATORY_MISSING"),
                Arguments.of(EVENT.replace("9990000042", "99900"), "REJECTED NHS_FORMAT"),
                Arguments.of(EVENT.replace("9990000042", "9990000043"), "REJECTED NHS_CHECK_DIGIT"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyDoubtfulSignalHasItsReason(String message, String outcome) throws IOException {
        Taken taken = read(message);
        assertThat(taken.rows).isEmpty();
        assertThat(taken.refused).singleElement().asString().contains(outcome);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        byte[] message = EVENT.replace("spine", "sp\u00efne").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(message).refused).singleElement().asString().contains("ENCODING");
    }

    private static Taken read(String message) throws IOException {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static Taken read(byte[] message) throws IOException {
        Taken taken = new Taken(MNS.columns().size());
        FileContext context = new FileContext(
                MNS,
                FEEDS.settings(),
                FEEDS.codes(),
                "signal.json",
                Map.of(),
                MNS.files().defaultType(),
                LocalDate.of(2026, 11, 17),
                false,
                new ControlTotals(false));
        new MnsFeedReader().read(message, "00", context, taken);
        assertThat(List.of(taken.rows.size(), taken.refused.size())).containsExactlyInAnyOrder(1, 0);
        return taken;
    }
}
