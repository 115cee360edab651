package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files that the pages for people name are there. */
class PagesTest {

    private static final Pattern STEP = Pattern.compile("(?m)^\\| (\\d+) \\| `([^`]+)` \\|");
    private static final Pattern DECISION = Pattern.compile("docs/adr/(\\d{4})");

    @Test
    void everyFileOfTheStrangersWalkIsThereAndCounted() throws IOException {
        List<String> files = STEP.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .map(step -> step.group(2))
                .toList();
        assertThat(files).hasSize(20).allSatisfy(file -> assertThat(Path.of(file))
                .exists());
    }

    @Test
    void everyDecisionThatIsNamedIsThere() throws IOException {
        List<String> there;
        try (var records = Files.list(Path.of("docs/adr"))) {
            there = records.map(path -> path.getFileName().toString().substring(0, 4))
                    .toList();
        }
        for (String page : List.of("README.md", "ARCHITECTURE.md", "pom.xml")) {
            assertThat(DECISION.matcher(Files.readString(Path.of(page)))
                            .results()
                            .map(found -> found.group(1)))
                    .as(page)
                    .allSatisfy(number -> assertThat(there).contains(number));
        }
    }
}
