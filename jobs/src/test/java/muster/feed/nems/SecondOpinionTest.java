package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import muster.feed.hostile.Mutator;
import muster.synthetic.ProgressListener;
import muster.synthetic.SynthesisRequest;
import muster.synthetic.Synthesiser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the program reads out of a message is what HAPI's parser has in it (docs/adr/0021): over the published examples,
 * thousands of invented messages and thousands of spoilt ones. Where the two differ on purpose stands at the end, by name.
 */
class SecondOpinionTest {

    private static final long SEED = 20261117;
    private static final int CHILDREN = 6_000;
    private static final int SPOILT = 2_500;

    @TempDir
    static Path folder;

    private static List<byte[]> invented;
    private static List<byte[]> heard;
    private static List<byte[]> sound;

    @BeforeAll
    static void invent() throws IOException {
        Path profile = folder.resolve("config/synthetic/messages.yaml");
        Files.createDirectories(profile.getParent());
        Files.writeString(
                profile,
                Files.readString(Path.of("config/synthetic/demo.yaml"))
                        .replace("profile: demo", "profile: messages")
                        .replace("least: 1}", "least: 30}")
                        .replaceFirst("(?m)^clinical_permille: .*$", "clinical_permille: 600"));
        Synthesiser.write(
                new SynthesisRequest(folder, CHILDREN, LocalDate.of(2026, 11, 17), 3, SEED, "messages"),
                ProgressListener.NONE);
        invented = xml(folder.resolve("synthetic"));
        heard = invented.stream()
                .filter(message -> NemsParser.parse(message, Messages.LIMITS) instanceof NemsEvent)
                .toList();
        sound = new ArrayList<>(xml(Path.of("jobs/src/test/resources/nems")));
        Stream.of(
                        AgencyMessages.screen(
                                AgencyMessages.HEARING,
                                "new",
                                AgencyMessages.procedure("413083006", "1085451000000103", "2026-03-09")
                                        + AgencyMessages.observation("276771000000107", "276781000000109")),
                        AgencyMessages.screen(AgencyMessages.NIPE, "update", ""),
                        AgencyMessages.contacts("new", "1078501000000104", "active"),
                        AgencyMessages.vaccination("new", false),
                        AgencyMessages.vaccination("update", true),
                        AgencyMessages.bareDelete(AgencyMessages.BLOOD_SPOT))
                .map(SecondOpinionTest::bytes)
                .forEach(sound::add);
    }

    @Test
    void publishedExamplesReadTheSame() throws IOException {
        String samples = System.getenv("MUSTER_SAMPLES");
        assumeTrue(samples != null, "MUSTER_SAMPLES is not set: the published samples are not compared");
        List<byte[]> published = xml(Path.of(samples, "nems-events"));
        assertThat(published).hasSizeGreaterThan(10);
        published.forEach(message -> same(message, "published"));
    }

    @Test
    void inventedMessagesReadTheSame() {
        assertThat(invented).hasSizeGreaterThan(1_000);
        invented.forEach(message -> same(message, "invented"));
        assertThat(sound.stream().map(message -> same(message, "sound"))).allMatch(NemsEvent.class::isInstance);
    }

    @Test
    void hostileMessagesReadTheSame() throws IOException {
        xml(Path.of("jobs/src/test/resources/hostile/nems")).forEach(message -> same(message, "hostile"));
        Random random = new Random(SEED);
        Mutator mutator = new Mutator(random);
        for (int round = 0; round < SPOILT; round++) {
            same(mutator.spoilt(any(sound, random), any(sound, random)), "spoilt bytes, round " + round);
        }
    }

    @Test
    void messagesThatAreWrongAsFhirReadTheSame() throws Exception {
        Random random = new Random(SEED);
        SpoiltTree spoiler = new SpoiltTree(random);
        int events = 0;
        for (int round = 0; round < SPOILT; round++) {
            byte[] message = random.nextInt(4) == 0 ? any(heard, random) : any(sound, random);
            events += same(spoiler.spoilt(message), "spoilt tree, round " + round) instanceof NemsEvent ? 1 : 0;
        }
        assertThat(events).isBetween(SPOILT / 10, SPOILT * 9 / 10);
    }

    @Test
    void theResourcesOfTheStandardAreThoseConfigured() {
        assertThat(Messages.LIMITS.resourceTypes()).isEqualTo(FhirLibrary.resourceTypes());
    }

    @ParameterizedTest
    @EnumSource
    void deliberateDifferencesAreThese(Difference difference) {
        byte[] example = bytes(difference.example());
        assertThat(difference.isIn(example)).isTrue();
        assertThat(sound).noneMatch(difference::isIn);
        assertThat(NemsParser.parse(example, Messages.LIMITS)).satisfies(difference.program());
        assertThat(FhirLibrary.parse(example)).satisfies(difference.library());
    }

    private static NemsResult same(byte[] message, String which) {
        NemsResult result = NemsParser.parse(message, Messages.LIMITS);
        NemsResult other = FhirLibrary.parse(message);
        if (!result.equals(other) && Stream.of(Difference.values()).noneMatch(difference -> difference.isIn(message))) {
            throw new AssertionError(which + ": the library reads " + other + ", the program " + result + " from\n"
                    + new String(message, StandardCharsets.UTF_8));
        }
        return result;
    }

    private static byte[] any(List<byte[]> messages, Random random) {
        return messages.get(random.nextInt(messages.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> xml(Path root) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                messages.add(Files.readAllBytes(file));
            }
        }
        return messages;
    }
}
