package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SG-33: every hazard names a control and tests, and every test that it names is there. */
class HazardLogTest {

    private static final Path LOG = Path.of("docs/safety/hazard-log.md");
    private static final Path TESTS = Path.of("jobs/src/test/java");
    private static final Pattern HAZARD = Pattern.compile("(?m)^## (H-\\d\\d): ");
    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern EXAMPLE = Pattern.compile("`(sql/[\\w/]+\\.examples\\.yaml): \"([^\"]+)\"`");
    private static final Pattern PROMISE = Pattern.compile("\\b(RP|SG)-\\d\\d\\b");

    private final Map<String, Path> classes = testClasses();

    @Test
    void SG33_everyHazardNamesItsCauseControlAndTests() throws IOException {
        Map<String, String> hazards = hazards();
        assertThat(hazards).hasSizeGreaterThanOrEqualTo(10);
        hazards.forEach((id, text) -> {
            assertThat(text).as(id).contains("- **Cause.**", "- **Control.**", "- **Remains.**", "- **Tests.**");
            assertThat(PROMISE.matcher(text).find()).as(id + " names a promise").isTrue();
            assertThat(references(text)).as(id + " names tests").isNotEmpty();
        });
    }

    @Test
    void SG33_everyTestThatIsNamedIsThere() throws IOException {
        List<String> absent = new ArrayList<>();
        hazards().forEach((id, text) -> references(text).stream()
                .filter(reference -> !isThere(reference))
                .forEach(reference -> absent.add(id + ": " + reference)));
        assertThat(absent).isEmpty();
    }

    private static Map<String, String> hazards() throws IOException {
        String log = Files.readString(LOG);
        Map<String, String> hazards = new TreeMap<>();
        Matcher matcher = HAZARD.matcher(log);
        int from = -1;
        String id = null;
        while (matcher.find()) {
            if (id != null) {
                hazards.put(id, log.substring(from, matcher.start()));
            }
            id = matcher.group(1);
            from = matcher.start();
        }
        hazards.put(id, log.substring(from));
        return hazards;
    }

    /** What stands after "Tests." in a hazard: tests by class and method, examples by file and name. */
    private static List<MatchedReference> references(String hazard) {
        String tests = hazard.substring(hazard.indexOf("- **Tests.**"));
        List<MatchedReference> references = new ArrayList<>();
        METHOD.matcher(tests)
                .results()
                .forEach(found -> references.add(new MatchedReference(found.group(1), found.group(2))));
        EXAMPLE.matcher(tests)
                .results()
                .forEach(found -> references.add(new MatchedReference(found.group(1), found.group(2))));
        return references;
    }

    /** A test class and its method, or a file of examples and the name of one. */
    private record MatchedReference(String place, String name) {}

    private boolean isThere(MatchedReference reference) {
        Path file = reference.place().startsWith("sql/") ? Path.of(reference.place()) : classes.get(reference.place());
        if (file == null || !Files.exists(file)) {
            return false;
        }
        String wanted =
                reference.place().startsWith("sql/") ? "- name: " + reference.name() : "void " + reference.name() + "(";
        return reference.name() == null || read(file).lines().anyMatch(line -> line.contains(wanted));
    }

    private static Map<String, Path> testClasses() {
        try (Stream<Path> walk = Files.walk(TESTS)) {
            return walk.filter(path -> path.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""), path -> path, (a, b) -> a));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
