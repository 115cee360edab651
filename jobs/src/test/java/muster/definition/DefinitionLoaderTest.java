package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loader refuses, and how it says so: one mistake in one file of an installation. */
class DefinitionLoaderTest {

    private static final String FS_102 = "exceptions/fs_102_no_health_visitor.yaml";

    @TempDir
    Path home;

    private Path config;

    @BeforeEach
    void anInstallationWithoutFilesOfItsOwn() throws IOException {
        config = Files.createDirectories(home.resolve("config"));
    }

    @Test
    void anUnknownKeyIsRefusedWithFileAndLine() throws IOException {
        given(FS_102, shipped(FS_102).replace("grain: CHILD", "grain: CHILD\nraise_after: 3"));
        int line = lineOf(FS_102, "raise_after");

        assertThat(found()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FS_102);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).contains("Unknown key 'raise_after'");
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void aDisclosureProfileIsCheckedWithTheRest() throws IOException {
        String open = "disclosure/open.yaml";
        given(open, shipped(open).replace("cut_off: 5", "cut_off: 5\nround_to: 5"));
        assertThat(found()).anySatisfy(p -> assertThat(p.what()).contains("Unknown key 'round_to'"));
        given(open, shipped(open).replace("cut_off: 5", "cut_off: 3"));
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo(open);
            assertThat(p.line()).isEqualTo(lineOf(open, "cut_off"));
            assertThat(p.what()).contains("must hide and merge the same");
        });
        given(open, shipped(open).replace("profile: open", "profile: anyone"));
        assertThat(found()).anySatisfy(p -> assertThat(p.what()).contains("the name of its file"));
    }

    @Test
    void aListWithAScheduleNeedsItsWords() throws IOException {
        String words = "messages/hv_list.yaml";
        given(words, shipped(words).replace("  empty_daily:", "  never_said:"));
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo("outputs/hv-list.yaml");
            assertThat(p.what()).isEqualTo("A list with a schedule needs the texts empty_daily.");
        });
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws IOException {
        given(FS_102, shipped(FS_102) + "title: Another\n");
        assertThat(found()).anySatisfy(p -> assertThat(p.what()).contains("'title' stands twice"));
    }

    @Test
    void evidenceThatNobodyWroteIsRefused() throws IOException {
        given(FS_102, shipped(FS_102).replace("hv_upper_age_reached", "hv_upper_age_reachd"));
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.what()).contains("sql/50_exception/evidence/hv_upper_age_reachd.sql");
            assertThat(p.line()).isEqualTo(lineOf(FS_102, "hv_upper_age_reachd"));
        });
    }

    @Test
    void aRoleReasonFactOrTypeThatDoesNotExistIsRefused() throws IOException {
        given(
                FS_102,
                shipped(FS_102)
                        .replace("role: HV_PROVIDER", "role: HEALTH_VISITOR")
                        .replace("reason: NO_LONGER_ELIGIBLE_AGE", "reason: TOO_OLD")
                        .replace("{since}.", "{until}.")
                        .replace("grain: CHILD", "grain: CHILD\nitems: [HV-ONCE, HV-34M]")
                        .replace(
                                "severity: {base: 2}",
                                "severity: {base: 2, changes: [{to: 1, also_open: FS-999, source: x, confidence: D}]}"));
        assertThat(found())
                .extracting(DefinitionProblem::what)
                .anyMatch(w -> w.contains("HEALTH_VISITOR"))
                .anyMatch(w -> w.contains("TOO_OLD"))
                .anyMatch(w -> w.contains("{until}"))
                .anyMatch(w -> w.contains("HV-ONCE"))
                .anyMatch(w -> w.contains("HV-34M"))
                .anyMatch(w -> w.contains("FS-999"));
    }

    @Test
    void aScreeningMeasureWhosePartsDoNotFitIsRefused() throws IOException {
        given(
                "measures/nb1.yaml",
                shipped("measures/nb1.yaml")
                        .replace("condition: PKU", "condition: PKD")
                        .replace("\"07\"", "\"77\"")
                        .replace("age: 8 days, ", ""));
        given(
                "measures/nb4.yaml",
                shipped("measures/nb4.yaml")
                        .replace("  before_age: 1 year\n", "")
                        .replace("condition: PKU", ""));
        given(
                "measures/nh1.yaml",
                shipped("measures/nh1.yaml")
                        .replace("model: COMMUNITY, within", "model: HOSPITAL, within")
                        .replace("BORN_IN_PERIOD", "MOVED_IN_IN_PERIOD"));
        given(
                "measures/np1.yaml",
                shipped("measures/np1.yaml")
                        .replace("BORN_IN_PERIOD", "PERIOD_END")
                        .replace(
                                "types: [PROVIDER, ENGLAND]}",
                                "types: [PROVIDER]}\n  - {attribution: REG, types: [ENGLAND]}"));
        assertThat(found())
                .extracting(problem -> problem.file().substring("measures/".length()) + ": " + problem.what())
                .anyMatch(w -> w.startsWith("nb1.yaml: It is no condition"))
                .anyMatch(w -> w.startsWith("nb1.yaml: It is no status"))
                .anyMatch(w -> w.startsWith("nb1.yaml: BEFORE_AGE has an age"))
                .anyMatch(w -> w.startsWith("nb4.yaml: The age at a move"))
                .anyMatch(w -> w.startsWith("nb4.yaml: A blood spot measure names"))
                .anyMatch(w -> w.startsWith("nh1.yaml: There is one limit"))
                .anyMatch(w -> w.startsWith("nh1.yaml: Only the blood spot"))
                .anyMatch(w -> w.startsWith("np1.yaml: A screening measure counts"))
                .anyMatch(w -> w.startsWith("np1.yaml: A baby counts under one view"));
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        given(FS_102, "id: FS-102\n");
        given("measures/cover_24m_hexa.yaml", "- a list\n");
        given("settings.yaml", "version: 1\nsettings: [\n");
        assertThat(found())
                .extracting(DefinitionProblem::file)
                .contains(FS_102, "measures/cover_24m_hexa.yaml", "settings.yaml");
    }

    @Test
    void wordsThatYamlTakesForSomethingElseAreRefused() throws IOException {
        given(
                FS_102,
                shipped(FS_102).replace("title: No health visitor", "title: no").replace("version: 1", "version: 010"));
        assertThat(found())
                .extracting(DefinitionProblem::what)
                .anyMatch(w -> w.startsWith("'no' would not"))
                .anyMatch(w -> w.startsWith("'010' would not"));
    }

    @Test
    void tagsAliasesAndMergesAreRefused() throws IOException {
        given("messages/a.yaml", "version: 1\ntexts: !!java.net.URL [http://localhost/]\n");
        given("messages/b.yaml", "version: 1\ntexts: &x {one: a}\nmore: *x\n");
        given("messages/c.yaml", "version: 1\ntexts: {<<: {one: a}, two: b}\n");
        assertThat(found())
                .extracting(DefinitionProblem::file)
                .contains("messages/a.yaml", "messages/b.yaml", "messages/c.yaml");
    }

    @Test
    void aFileOfTheInstallationReplacesTheShippedOneWhole() throws IOException {
        given(FS_102, shipped(FS_102).replace("value: 5", "value: 6").replace("version: 1", "version: 2"));
        Definitions definitions = read().definitions().orElseThrow();

        ExceptionDefinition mine = definitions.exception("FS-102");
        assertThat(mine.parameters())
                .singleElement()
                .extracting(ExceptionDefinition.Parameter::value)
                .isEqualTo(6);
        assertThat(definitions.files())
                .filteredOn(DefinitionFile::fromHome)
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.path()).isEqualTo(FS_102);
                    assertThat(file.version()).isEqualTo("2");
                });
        assertThat(definitions.hash())
                .isNotEqualTo(RepositoryDefinitions.definitions().hash());
    }

    @Test
    void keysLeftOutOfServiceTakeTheShippedValues() throws IOException {
        given("service.yaml", "chis: [RXA, RXB]\nservice: {name: North}\n");
        ServiceDefinition service = read().definitions().orElseThrow().service();
        assertThat(service.chis()).containsExactly("RXA", "RXB");
        assertThat(service.service().name()).isEqualTo("North");
        assertThat(service.service().marking()).isEqualTo("OFFICIAL-SENSITIVE");
        assertThat(service.ageOutBirthday()).isEqualTo(20);
        assertThat(service.testNumbers()).isEqualTo(ServiceDefinition.TestNumbers.ACCEPT);
    }

    @Test
    void anUnknownKeyOfServiceIsRefused() throws IOException {
        given("service.yaml", "chis: [RXA]\nage_out: 25\n");
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo("service.yaml");
            assertThat(p.line()).isEqualTo(2);
        });
    }

    @Test
    void codeListsAreCheckedCellByCell() throws IOException {
        given("codes/programme_antigen.csv", "programme,antigen\nHEXA,D\nHEXA,D\nHEPTA,D\nHEXA,\n");
        assertThat(found())
                .filteredOn(p -> p.file().equals("codes/programme_antigen.csv"))
                .extracting(DefinitionProblem::line)
                .contains(3, 4, 5);
    }

    @Test
    void evidenceOfAGeneralClosureMustExistToo() throws IOException {
        given("codes/general_closure.csv", "evidence,reason,source,confidence\nchild_vanished,DECEASED,here,D\n");
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo("codes/general_closure.csv");
            assertThat(p.line()).isEqualTo(2);
            assertThat(p.what()).contains("child_vanished.sql");
        });
    }

    @Test
    void aColumnNobodyKnowsIsRefused() throws IOException {
        given("codes/audience.csv", "code,meaning,mood\nDIRECT_CARE,Staff,good\n");
        assertThat(found()).anySatisfy(p -> assertThat(p.what()).contains("header"));
    }

    @Test
    void anOutputNeedsAKnownAudienceAndADisclosureProfile() throws IOException {
        String output = "outputs/open-coverage.yaml";
        given(
                output,
                shipped(output)
                        .replace("audience: PUBLICATION", "audience: EVERYBODY")
                        .replace("disclosure: open", "disclosure: none-such"));
        assertThat(found())
                .extracting(DefinitionProblem::what)
                .anyMatch(w -> w.contains("EVERYBODY"))
                .anyMatch(w -> w.contains("disclosure/none-such.yaml"));
    }

    @Test
    void aFileThatNothingReadsIsRefused() throws IOException {
        given("exception/fs_101.yaml", "id: FS-101\n");
        assertThat(found()).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo("exception/fs_101.yaml");
            assertThat(p.what()).contains("Nothing reads this file");
        });
    }

    @Test
    void twoFilesWithOneCodeAreRefused() throws IOException {
        given("exceptions/fs_102_once_more.yaml", shipped(FS_102));
        assertThat(found()).anySatisfy(p -> assertThat(p.what()).contains("'FS-102' stands in"));
    }

    private void given(String path, String text) throws IOException {
        Path file = config.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String shipped(String path) {
        return new String(ConfigTree.of(null).files().get(path).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private int lineOf(String path, String word) throws IOException {
        List<String> lines = Files.readAllLines(config.resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(word)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line has " + word);
    }

    private DefinitionLoader.Outcome read() {
        return DefinitionLoader.read(ConfigTree.of(config), ConfigTree.of(null));
    }

    private List<DefinitionProblem> found() {
        return DefinitionCheck.run(config);
    }
}
