package muster.definition.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import muster.definition.ConfigTree;
import muster.definition.DefinitionProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions of feeds: those shipped are sound, and what is wrong is named with file, line and mend. */
class FeedDefinitionTest {

    @TempDir
    Path config;

    @Test
    void theShippedDefinitionsAreSound() {
        assertThat(FeedProblems.check(ConfigTree.of(null))).isEmpty();
        assertThat(FeedDefinitions.ofClassPath())
                .isEqualTo(FeedDefinitions.of(FeedProblems.texts(ConfigTree.of(null))));
        assertThat(FeedDefinitions.ofClassPath().feeds())
                .containsKeys(
                        "chis-register", "gp-registration", "hv-caseload", "nems", "pds-extract", "vaccination-v5");
        assertThat(FeedDefinitions.ofClassPath().references()).containsKeys("epraccur", "onspd", "service_commission");
    }

    private DefinitionProblem problem(String from, String to) throws Exception {
        String text = FeedProblems.texts(ConfigTree.of(null)).get("feeds/hv_caseload.yaml");
        Path file = config.resolve("feeds/hv_caseload.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replaceFirst(from, to));
        return FeedProblems.check(ConfigTree.of(config)).get(0);
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() throws Exception {
        DefinitionProblem problem = problem("max: 20", "maximum: 20");
        assertThat(problem.file()).isEqualTo("feeds/hv_caseload.yaml");
        assertThat(problem.line()).isGreaterThan(15);
        assertThat(problem.what()).contains("maximum");
    }

    @Test
    void referencesAreChecked() throws Exception {
        assertThat(problem("codes: episode_status", "codes: episodes").what()).contains("codes/episodes.csv");
        assertThat(problem("other: episode_status", "other: status").what()).contains("no column status");
        assertThat(problem("values: \\[F\\]", "values: [Q]").what()).contains("no code Q");
        assertThat(problem(
                                "type: date, role: birth_date, when_missing: warn, when_bad: empty",
                                "type: date, role: birth_date, when_bad: keep")
                        .what())
                .contains("kept as sent");
    }

    @Test
    void aNewDelimitedFeedNeedsNoJava() {
        Map<String, String> texts = FeedProblems.texts(ConfigTree.of(null));
        texts.put("feeds/clinic.yaml", """
                feed: clinic
                title: Clinic list
                source: made for this test
                reader: delimited
                landing_table: clinic
                files: {pattern: 'CLINIC_.*\\.csv', control: none, night_order: 2}
                layout: {delimiter: ';', header: by_name}
                freshness: {cadence: weekly, limit_days: 14, deadline_days: 0}
                rejected_bound: {rows: 5, percent: 1}
                key: [clinic_code]
                columns:
                  - {name: clinic_code, header: CODE, type: text, max: 10, when_missing: refuse}
                """);
        assertThat(FeedDefinitions.of(texts).feed("clinic").columns()).hasSize(1);
        texts.put("feeds/clinic.yaml", texts.get("feeds/clinic.yaml").replace("[clinic_code]", "[code]"));
        assertThatThrownBy(() -> FeedDefinitions.of(texts)).hasMessageContaining("Feed clinic, /key");
    }
}
