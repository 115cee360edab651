package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.engine.Lineage;
import muster.engine.Models;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.Test;

/** The committed pages are what the server says. {@code -Dmuster.docs.write=true} writes them anew. */
class ServerDocsTest {

    private static final Path FOLDER = Path.of("docs/generated");
    private static final String MADE =
            "<!-- Generated from the server. Do not edit: run the tests with -Dmuster.docs.write=true. -->\n\n";

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void everyTableAndColumnSaysWhatItIs() {
        List<String> bare = new ArrayList<>();
        for (DataDictionary.Column column : DataDictionary.columns(database.client())) {
            if (column.schemaMeaning().isEmpty()) {
                bare.add("schema " + column.schemaName());
            }
            if (column.tableMeaning().isEmpty()) {
                bare.add("table " + column.qualified());
            }
            if (column.columnMeaning().isEmpty()) {
                bare.add("column " + column.qualified() + "." + column.columnName());
            }
        }
        assertThat(bare.stream().distinct())
                .as("uncommented: see engine.describe")
                .isEmpty();
    }

    @Test
    void thePagesAreNotStale() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("data-dictionary.md", MADE + DataDictionary.page(DataDictionary.columns(database.client())));
        pages.put("lineage.md", MADE + lineage());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            if (Boolean.getBoolean("muster.docs.write")) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
            assertThat(FOLDER.resolve(page.getKey()))
                    .content()
                    .as(page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    private String lineage() {
        Models models = Models.load();
        return new LineagePage(models, Lineage.of(models, database.client(), database.transaction())).text();
    }
}
