package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed handbook is what the definitions say. {@code -Dmuster.docs.write=true} writes it anew. */
class GeneratedDocsTest {

    private static final Path FOLDER = Path.of("docs/generated");

    @Test
    void theHandbookIsNotStale() throws IOException {
        Map<String, String> pages = DocsGenerator.pages(RepositoryDefinitions.definitions());
        if (Boolean.getBoolean("muster.docs.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = FOLDER.resolve(page.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.getValue());
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(FOLDER.resolve(page.getKey()))
                    .content()
                    .as(page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void noPageOutlivesItsItem() throws IOException {
        Map<String, String> pages = DocsGenerator.pages(RepositoryDefinitions.definitions());
        Path pathway = FOLDER.resolve(PathwayPages.FOLDER);
        List<Path> there;
        try (Stream<Path> files = Files.list(pathway)) {
            there = files.toList();
        }
        assertThat(there).allSatisfy(file -> assertThat(pages).containsKey(PathwayPages.FOLDER + file.getFileName()));
    }
}
