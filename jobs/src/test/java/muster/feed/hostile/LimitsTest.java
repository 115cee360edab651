package muster.feed.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.definition.feed.IntakeSettings;
import muster.feed.hostile.Parsing.Result;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SG-31: at each limit of {@code config/intake.yaml}, what is just under is read and what is just over is refused. */
class LimitsTest {

    private static final IntakeSettings LIMITS = Parsing.DEFINITIONS.settings();
    private static final String GP_LIST = "GPREG_A00001_20261117_000001_D.csv";
    private static final String PRACTICE_LIST = "A00001_GPR4QX11.KHA";
    private static final String DOSES = "MMR_Vaccinations_v5_RXA_20261116T01020300.csv";

    @TempDir
    private Path folder;

    /** A file of so many bytes, columns or levels in the measure that a limit speaks of. */
    private interface Sized {
        String of(int size) throws IOException;
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("line of a list", "gp-registration", GP_LIST, LIMITS.maxLineBytes(), LimitsTest::line),
                limit("field of a list", "gp-registration", GP_LIST, LIMITS.maxFieldBytes(), LimitsTest::field),
                limit("quoted field", "gp-registration", GP_LIST, LIMITS.maxFieldBytes(), LimitsTest::quoted),
                limit("columns of a list", "gp-registration", GP_LIST, LIMITS.maxColumns(), LimitsTest::columns),
                limit("line of doses", "vaccination-v5", DOSES, LIMITS.maxLineBytes(), LimitsTest::doses),
                limit("line of a practice list", "gp-gpr4", PRACTICE_LIST, LIMITS.maxLineBytes(), LimitsTest::patient),
                Arguments.of(
                        "message of XML",
                        "nems",
                        "x.xml",
                        LIMITS.maxMessageBytes(),
                        (Sized) LimitsTest::message,
                        "XML_TOO_LARGE"),
                limit("depth of XML", "nems", "x.xml", LIMITS.maxMessageDepth(), LimitsTest::deepXml),
                limit("message of JSON", "mns", "x.json", LIMITS.maxMessageBytes(), LimitsTest::padded),
                limit("text of JSON", "mns", "x.json", LIMITS.maxFieldBytes(), LimitsTest::text),
                limit("depth of JSON", "mns", "x.json", LIMITS.maxMessageDepth(), LimitsTest::deepJson));
    }

    private static Arguments limit(String what, String feed, String name, int most, Sized sized) {
        return Arguments.of(what, feed, name, most, sized, "LIMIT_EXCEEDED");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void justUnderIsReadAndJustOverIsRefused(String what, String feed, String name, int most, Sized sized, String over)
            throws IOException {
        assertThat(reasons(feed, name, sized.of(most)))
                .as("%s of %d", what, most)
                .doesNotContain(over);
        assertThat(reasons(feed, name, sized.of(most + 1)))
                .as("%s of %d", what, most + 1)
                .contains(over);
    }

    /** Why the file or a line of it was refused. */
    private List<String> reasons(String feed, String name, String content) throws IOException {
        Result result = Parsing.read(feed, folder, name, content.getBytes(StandardCharsets.UTF_8));
        List<String> reasons = new ArrayList<>();
        if (result.refusal() != null) {
            reasons.add(result.refusal());
        }
        result.taken().refused.forEach(line -> reasons.add(line.split(" ")[2]));
        assertThat(result.refusal() != null || result.taken().lines() > 0).isTrue();
        return reasons;
    }

    private static String sound(Target target) throws IOException {
        Path folder = Files.createTempDirectory("limits");
        try {
            return new String(target.sound(folder).get(0), StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** The sound list with one more line of that many bytes; its fields are all within their limit. */
    private static String line(int bytes) throws IOException {
        return sound(Target.GP_REGISTRATION) + filled(bytes, ',') + "\r\n";
    }

    private static String doses(int bytes) throws IOException {
        return sound(Target.VACCINATION_V5) + filled(bytes, '|') + "\r\n";
    }

    private static String patient(int bytes) throws IOException {
        return sound(Target.GPR4) + filled(bytes, '~') + "\r\n";
    }

    private static String filled(int bytes, char delimiter) {
        StringBuilder line = new StringBuilder("x".repeat(bytes));
        for (int at = 1_000; at < bytes; at += 50_000) {
            line.setCharAt(at, delimiter);
        }
        return line.toString();
    }

    private static String field(int bytes) throws IOException {
        return sound(Target.GP_REGISTRATION) + "x".repeat(bytes) + ",y\r\n";
    }

    private static String quoted(int bytes) throws IOException {
        return sound(Target.GP_REGISTRATION) + "\"" + "x\n".repeat(bytes / 2) + "x".repeat(bytes % 2) + "\",y\r\n";
    }

    private static String columns(int columns) throws IOException {
        String list = sound(Target.GP_REGISTRATION);
        int own = list.lines().findFirst().orElseThrow().split(",").length;
        return list.replaceFirst("\r\n", ",X".repeat(columns - own) + "\r\n");
    }

    private static String message(int bytes) throws IOException {
        String message = sound(Target.NEMS);
        return message + " ".repeat(bytes - message.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String deepXml(int depth) throws IOException {
        String message = sound(Target.NEMS);
        int at = message.indexOf('>', message.indexOf("<Bundle")) + 1;
        int levels = depth - 1;
        return message.substring(0, at) + "<a>".repeat(levels) + "</a>".repeat(levels) + message.substring(at);
    }

    private static String padded(int bytes) throws IOException {
        String signal = sound(Target.MNS);
        return signal + " ".repeat(bytes - signal.length());
    }

    private static String text(int length) throws IOException {
        return added("\"" + "x".repeat(length) + "\"");
    }

    private static String deepJson(int depth) throws IOException {
        return added("[".repeat(depth - 1) + "]".repeat(depth - 1));
    }

    private static String added(String value) throws IOException {
        String signal = sound(Target.MNS);
        return signal.substring(0, signal.length() - 1) + ",\"more\":" + value + "}";
    }
}
