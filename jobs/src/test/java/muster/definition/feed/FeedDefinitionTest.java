package muster.definition.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return problem("feeds/hv_caseload.yaml", from, to);
    }

    private DefinitionProblem problem(String path, String from, String to) throws Exception {
        String text = FeedProblems.texts(ConfigTree.of(null)).get(path);
        Path file = config.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replaceFirst(from, to));
        return FeedProblems.check(ConfigTree.of(config)).get(0);
    }

    @Test
    void whatAChecksConditionAndColumnsNameIsChecked() throws Exception {
        String contacts = "feeds/hv_contact.yaml";
        assertThat(problem(contacts, "column: attendance_status, values", "column: attendance, values")
                        .what())
                .contains("no column attendance");
        assertThat(problem(contacts, "values: \\['3', '5'", "values: ['3', '55'")
                        .what())
                .contains("no code 55");
        assertThat(problem(contacts, "column: attendance_status, values", "column: care_contact_time, values")
                        .what())
                .contains("Only a coded column");
        assertThat(problem(contacts, "columns: \\[care_contact_date, ", "columns: [contact_date, ")
                        .what())
                .contains("no column contact_date");
        assertThat(problem(
                                contacts,
                                "check: not_future, column: care_contact_date",
                                "check: not_future, column: nhs_number")
                        .what())
                .contains("Only a date");
        assertThat(problem(contacts, "check: any_of", "check: required_when").what())
                .contains("any_of");
    }

    /** A feed's list gives the reader the values; the list of the same codes gives SQL what they mean. */
    @Test
    void everyCodeThatAReaderKnowsHasItsMeaning() {
        Map<String, String> definitionOf = Map.of(
                "hv_activity", "hv_activity",
                "attendance_status", "attendance_status",
                "consultation_mechanism", "consultation_mechanism",
                "offer_outcome", "offer_outcome",
                "blood_spot_status", "blood_spot_status");
        Map<String, Set<String>> meanings = Map.of(
                "hearing_outcome", Set.of("hearing_left", "hearing_right", "hearing_summary"),
                "nipe_outcome", Set.of("nipe_hips", "nipe_eyes", "nipe_heart", "nipe_testes"));
        definitionOf.forEach(
                (read, meant) -> assertThat(codes(read)).as(read).containsExactlyInAnyOrderElementsOf(meaning(meant)));
        meanings.forEach((meant, read) -> assertThat(read.stream().flatMap(list -> codes(list).stream()))
                .as(meant)
                .containsExactlyInAnyOrderElementsOf(meaning(meant)));
    }

    private static List<String> codes(String list) {
        return FeedDefinitions.ofClassPath().codes().get(list).codes();
    }

    private static List<String> meaning(String list) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new String(
                        ConfigTree.of(null)
                                .files()
                                .get("codes/" + list + ".csv")
                                .bytes(),
                        StandardCharsets.UTF_8))) {
            return reader.stream().map(row -> row.getField("code")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
