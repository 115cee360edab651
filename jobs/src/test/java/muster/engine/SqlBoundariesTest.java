package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The way of the data is one way: a model reads its own stage and those before it, and what any stage may use. The server
 * says what each SELECT reads, so CTEs and aliases deceive nobody.
 */
class SqlBoundariesTest {

    private static final Path SQL = Path.of("sql");
    private static final Map<String, Integer> STAGES = Map.of(
            "register", 10, "identity", 20, "cohort", 30, "pathway", 40, "exception", 50, "measure", 60, "publish", 70);
    private static final Set<String> FOR_ALL = Set.of("reference", "definition", "engine");
    private static final Set<String> READ_LANDING = Set.of("10_register", "reference");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern STAR_OF_TABLE = Pattern.compile("select\\s+\\*\\s+from\\s+[a-z_]+\\.");
    private static final Pattern STAR_AT_THE_END = Pattern.compile("select\\s+\\*\\s+from\\s+\\w+\\s*$");

    private final Models models = Models.load();

    @Test
    void noModelReadsALaterStage() {
        TestDatabase database = TestDatabase.shared();
        Lineage lineage = Lineage.of(models, database.client(), database.transaction());
        List<String> wrong = new ArrayList<>();
        for (SqlModel model : models.all()) {
            for (String read : lineage.reads(model)) {
                if (!mayRead(model, read.substring(0, read.indexOf('.')))) {
                    wrong.add("sql/" + model.path() + " reads " + read);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean mayRead(SqlModel model, String schema) {
        if (FOR_ALL.contains(schema)) {
            return true;
        }
        if (schema.equals("landing")) {
            return READ_LANDING.contains(model.stage());
        }
        Integer read = STAGES.get(schema);
        return read != null && model.stage().matches("\\d\\d_.*") && read <= stageNumber(model);
    }

    private static int stageNumber(SqlModel model) {
        return Integer.parseInt(model.stage().substring(0, 2));
    }

    @Test
    void aModelFillsATableOfItsOwnStage() {
        assertThat(models.all()).allSatisfy(model -> {
            String stage = model.stage().replaceFirst("^\\d\\d_", "");
            assertThat(model.schema()).as(model.path()).isIn(stage, "landing");
            if (model.schema().equals("landing")) {
                assertThat(model.path()).startsWith("10_register/decision/");
            }
        });
    }

    @Test
    void columnsAreNamedAndNotStarred() throws IOException {
        for (Path file : files(".sql")) {
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            assertThat(found(STAR_OF_TABLE, text))
                    .as("%s selects every column of a table", file)
                    .isFalse();
            assertThat(found(STAR_AT_THE_END, text))
                    .as("%s ends in select *", file)
                    .isFalse();
        }
    }

    private static boolean found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find();
    }

    @Test
    void everyExampleFileStandsBesideItsModel() throws IOException {
        for (Path file : files(ExampleFile.ENDING)) {
            Path model = file.resolveSibling(file.getFileName().toString().replace(ExampleFile.ENDING, ".sql"));
            assertThat(model).as("the model of %s", file).exists();
            assertThat(ExampleFile.read(file).examples())
                    .as("examples of %s", file)
                    .isNotEmpty();
        }
    }

    @Test
    void everyRuleAndEveryEvidenceHasExamples() throws IOException {
        for (Path file : files(".sql")) {
            String path = file.toString();
            if (path.matches(".*50_exception/(fs_|evidence/).*")) {
                assertThat(Path.of(path.replaceFirst("\\.sql$", ExampleFile.ENDING)))
                        .exists();
            }
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.walk(SQL)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("00_schema"))
                    .sorted()
                    .toList();
        }
    }
}
