package muster.feed.nems;

import static muster.feed.nems.Messages.DEATH;
import static muster.feed.nems.Messages.LIMITS;
import static muster.feed.nems.Messages.parse;
import static muster.feed.nems.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** SG-21 and SG-14: hostile XML gets its reason in under a second and 64 MB, opens nothing and leaves no trace. */
class HostileMessageTest {

    private static final long MEMORY_BOUND = 64L * 1024 * 1024;
    private static final String BODY = "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&x;\"/></Bundle>";

    @BeforeAll
    static void warmUp() {
        parse(DEATH);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("external file", doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">"), "XML_DTD_REFUSED"),
                Arguments.of(
                        "external DTD",
                        "<!DOCTYPE Bundle SYSTEM \"http://127.0.0.1:9/x.dtd\">" + BODY,
                        "XML_DTD_REFUSED"),
                Arguments.of(
                        "parameter entity",
                        doctype("<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;"),
                        "XML_DTD_REFUSED"),
                Arguments.of("billion laughs", doctype(laughs()), "XML_DTD_REFUSED"),
                Arguments.of(
                        "quadratic blow-up", doctype("<!ENTITY x \"" + "a".repeat(100_000) + "\">"), "XML_DTD_REFUSED"),
                Arguments.of("broken DOCTYPE", "<!DOCTYPE Bundle [ <!ENTITY x", "XML_DTD_REFUSED"),
                Arguments.of(
                        "plain DOCTYPE",
                        "<!DOCTYPE Bundle>" + DEATH.substring(DEATH.indexOf("<Bundle")),
                        "XML_DTD_REFUSED"),
                Arguments.of("undeclared entity", BODY, "XML_INVALID"),
                Arguments.of("deep nesting", nested(10_000), "LIMIT_EXCEEDED"),
                Arguments.of("one level too deep", nested(100), "LIMIT_EXCEEDED"),
                Arguments.of("long field", with(DEATH, "FENWICK", "A".repeat(65_537)), "LIMIT_EXCEEDED"),
                Arguments.of(
                        "very long field",
                        with(
                                DEATH,
                                "\"FENWICK\"/><given value=\"Ada\"/></name>",
                                "\"" + "A".repeat(1_000_000) + "\"/></name>"),
                        "LIMIT_EXCEEDED"),
                Arguments.of(
                        "huge decimal",
                        with(Messages.BIRTH, "<value value=\"3.1\"/>", "<value value=\"1E+999999999\"/>"),
                        "LIMIT_EXCEEDED"),
                Arguments.of(
                        "tiny decimal",
                        with(Messages.BIRTH, "<value value=\"3.1\"/>", "<value value=\" 1e-999999999\"/>"),
                        "LIMIT_EXCEEDED"),
                Arguments.of(
                        "long numbers",
                        "<Bundle xmlns=\"http://hl7.org/fhir\">"
                                + ("<entry id=\"" + "1".repeat(65_000) + "\"/>").repeat(45) + "</Bundle>",
                        "UNKNOWN_EVENT"),
                Arguments.of(
                        "many elements",
                        "<Bundle xmlns=\"http://hl7.org/fhir\">" + "<entry/>".repeat(300_000) + "</Bundle>",
                        "LIMIT_EXCEEDED"),
                Arguments.of("control character", with(DEATH, "FENWICK", "FEN\u0085WICK"), "CONTROL_CHARACTER"),
                Arguments.of(
                        "XML 1.1 control",
                        with(with(DEATH, "version=\"1.0\"", "version=\"1.1\""), "FENWICK", "F&#1;N"),
                        "CONTROL_CHARACTER"),
                Arguments.of("NUL", with(DEATH, "FENWICK", "FEN\u0000WICK"), "XML_INVALID"),
                Arguments.of("two documents", DEATH + DEATH.substring(DEATH.indexOf("<Bundle")), "XML_INVALID"),
                Arguments.of("not XML", "NHS_NUMBER,NAME\r\n", "XML_INVALID"),
                Arguments.of("JSON", "{\"resourceType\":\"Bundle\"}", "XML_INVALID"),
                Arguments.of("empty", "", "FILE_EMPTY"),
                Arguments.of("blank", "  \n", "XML_INVALID"),
                Arguments.of("other XML", "<html><body/></html>", "UNKNOWN_EVENT"),
                Arguments.of("empty bundle", "<Bundle xmlns=\"http://hl7.org/fhir\"/>", "UNKNOWN_EVENT"),
                Arguments.of(
                        "no resource of STU3",
                        with(DEATH, "<Communication>", "<DeathNotice>").replace("</Communication>", "</DeathNotice>"),
                        "XML_INVALID"),
                Arguments.of(
                        "two resources in one entry",
                        with(DEATH, "</Communication>", "</Communication><Patient/>"),
                        "XML_INVALID"),
                Arguments.of("entry without its resource", with(DEATH, "<entry>", "<entry><resource/>"), "XML_INVALID"),
                Arguments.of(
                        "extension with a value and extensions",
                        with(DEATH, "</valueHumanName>", "</valueHumanName><extension url=\"x\"/>"),
                        "XML_INVALID"),
                Arguments.of("too large", DEATH + " ".repeat(LIMITS.maximumMessageBytes()), "XML_TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedQuicklyInLittleMemoryAndByName(String name, String message, String reason) {
        byte[] payload = message.getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        // Processor time: what else the machine does is not the message's fault.
        long started = threads.getCurrentThreadCpuTime();
        NemsResult result = NemsParser.parse(payload, LIMITS);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - started))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY_BOUND);
        assertThat(((NemsResult.Refusal) result).reasonCodes()).containsExactly(reason);
    }

    @Test
    void truncationAtEverySixteenthIsNotWellFormed() {
        byte[] payload = with(DEATH, "FENWICK", "F\u00c9NW\u00ceCK").getBytes(StandardCharsets.UTF_8);
        for (int part = 1; part < 16; part++) {
            byte[] cut = Arrays.copyOf(payload, payload.length * part / 16);
            assertThat(NemsParser.parse(cut, LIMITS)).isEqualTo(NemsResult.Refusal.of("XML_INVALID"));
        }
        byte[] withinCharacter = Arrays.copyOf(payload, indexOf(payload, (byte) 0xc3) + 1);
        assertThat(NemsParser.parse(withinCharacter, LIMITS)).isEqualTo(NemsResult.Refusal.of("XML_INVALID"));
    }

    @Test
    void onlyUtf8IsRead() {
        String accented = with(DEATH, "FENWICK", "F\u00c9NWICK");
        assertThat(NemsParser.parse(accented.getBytes(StandardCharsets.ISO_8859_1), LIMITS))
                .isEqualTo(NemsResult.Refusal.of("ENCODING"));
        assertThat(NemsParser.parse(accented.getBytes(StandardCharsets.UTF_16), LIMITS))
                .isEqualTo(NemsResult.Refusal.of("ENCODING"));
        assertThat(NemsParser.parse(("\ufeff" + accented).getBytes(StandardCharsets.UTF_8), LIMITS))
                .isInstanceOf(NemsEvent.class);
        byte[] noise = {(byte) 0x50, (byte) 0x4b, 3, 4, (byte) 0xff, (byte) 0xfe, 0, 1, 2, 3};
        assertThat(NemsParser.parse(noise, LIMITS)).isEqualTo(NemsResult.Refusal.of("XML_INVALID"));
    }

    @Test
    void noSocketIsOpened() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String namespaced = with(
                    DEATH,
                    "<Bundle xmlns",
                    "<Bundle xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                            + " xsi:schemaLocation=\"http://hl7.org/fhir " + url + "\" xmlns");
            String included = with(
                    DEATH,
                    "  <type value",
                    "<include xmlns=\"http://www.w3.org/2001/XInclude\" href=\"" + url + "\"/>  <type value");
            parse(doctype("<!ENTITY x SYSTEM \"" + url + "\">"));
            parse("<!DOCTYPE Bundle PUBLIC \"p\" \"" + url + "\">" + BODY);
            parse(namespaced);
            parse(included);
            parse("<?xml-stylesheet href=\"" + url + "\"?>" + DEATH.substring(DEATH.indexOf("<Bundle")));
            assertThatCode(() -> server.accept().close()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void nothingAboutThePersonIsLoggedOrPrinted() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            String odd = with(
                    with(DEATH, "<gender value=\"female\"/>", "<gender value=\"FENWICK\"/><Canary value=\"FENWICK\"/>"),
                    "2026-07-01T23:30:00+00:00",
                    "FENWICK");
            String printed = Stream.of(DEATH, odd, Messages.BIRTH, DEATH.replaceFirst("9990000042", "9990000069"))
                    .map(message -> parse(message).toString())
                    .reduce("", String::concat);
            assertThat(printed).doesNotContain("FENWICK", "9990000", "Ada", "2026", "ZZ1");
            assertThat(NemsRows.cells(Messages.event(DEATH)).toString()).doesNotContain("FENWICK", "9990000042");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("FENWICK"));
    }

    @Test
    void valuesOfOtherTypesDoNotStopAMessage() {
        NemsResult result = parse(with(
                DEATH,
                "<deceasedDateTime value=\"2026-07-01T23:30:00+00:00\"/>",
                "<deceasedDateTime value=\"soon\"/>"));
        assertThat(((NemsEvent) result).warnings()).contains(new NemsWarning("DATE_FORMAT", "person_death_date"));
    }

    private static String doctype(String subset) {
        return "<?xml version=\"1.0\"?><!DOCTYPE Bundle [" + subset + "]>" + BODY;
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY x0 \"ha\">");
        for (int level = 1; level < 12; level++) {
            entities.append("<!ENTITY x")
                    .append(level)
                    .append(" \"")
                    .append(("&x" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.append("<!ENTITY x \"&x11;\">").toString();
    }

    /** A bundle with so many elements, one within the other, under its root. */
    private static String nested(int levels) {
        return "<Bundle xmlns=\"http://hl7.org/fhir\">" + "<entry>".repeat(levels) + "</entry>".repeat(levels)
                + "</Bundle>";
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        int index = 0;
        while (bytes[index] != wanted) {
            index++;
        }
        return index;
    }
}
