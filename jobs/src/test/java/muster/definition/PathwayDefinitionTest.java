package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused of the pathway, one mistake at a time: where it stands and what to mend. */
class PathwayDefinitionTest {

    private static final String PATHWAY = "pathway/pathway.yaml";

    @TempDir
    Path home;

    private Path config;

    @BeforeEach
    void anInstallationWithoutFilesOfItsOwn() throws IOException {
        config = Files.createDirectories(home.resolve("config"));
    }

    @Test
    void aLimitInAnotherFormIsRefusedWithItsLine() throws IOException {
        refused("target: 14 days", "target: a fortnight", "target: a fortnight", "does not match");
        refused("due: 1 September of year 8", "due: 31 April of year 8", "31 April", "names a day that does not exist");
        refused("due: 2026-11-01", "due: 2026-11-31", "2026-11-31", "a day that does not exist");
    }

    @Test
    void aRuleWithoutADueDayIsRefused() throws IOException {
        refused("        due: 10 days\n", "", "rule: HV-NBV", "The key 'due' is missing");
    }

    @Test
    void whatIsNotTrackedSaysWhyAndNothingElseDoes() throws IOException {
        refused(
                "    why_not_tracked: No feed tells that a letter was sent\n",
                "",
                "tracked: false",
                "not said why SCR-NBS-LET is not tracked");
        refused(
                "title: New birth visit\n",
                "title: New birth visit\n    why_not_tracked: Too rare\n",
                "Too rare",
                "HV-NBV is tracked, yet");
    }

    @Test
    void unknownRolesCoursesAndEligibilitiesAreRefused() throws IOException {
        refused(
                "responsible: HEARING_SCREENING",
                "responsible: EARS",
                "responsible: EARS",
                "'EARS' stands nowhere in codes/owner_role.csv");
        refused("course: ROTA", "course: ROTAS", "course: ROTAS", "'ROTAS' stands nowhere in pathway/course.csv");
        refused(
                "eligible: BCG_ELIGIBLE",
                "eligible: BCG_LIKED",
                "BCG_LIKED",
                "'BCG_LIKED' stands nowhere in pathway/eligibility.csv");
        refused(
                "unless: MOVED_IN",
                "unless: MOVED",
                "unless: MOVED",
                "'MOVED' stands nowhere in pathway/eligibility.csv");
        refused(
                "waits_for: SCID_PENDING",
                "waits_for: SCID",
                "waits_for: SCID",
                "'SCID' stands nowhere in pathway/eligibility.csv");
        refused(
                "eligible: BCG_ELIGIBLE\n",
                "eligible: BCG_ELIGIBLE\n        unless: BCG_ELIGIBLE\n",
                "unless: BCG_ELIGIBLE",
                "asks for what it excludes");
    }

    @Test
    void courseAndDoseGoTogetherAndBelongToVaccinationsAlone() throws IOException {
        refused("course: BCG\n        dose: 1\n", "course: BCG\n", "rule: BCG", "Course and dose go together");
        refused("course: BCG\n        dose: 1\n", "dose: 1\n", "rule: BCG", "Course and dose go together");
        refused("        course: BCG\n        dose: 1\n", "", "rule: BCG", "No dose would fill VAC-BCG");
        refused(
                "due: 10 days\n",
                "course: BCG\n        dose: 1\n        due: 10 days\n",
                "course: BCG",
                "No course of vaccination fills HV-NBV");
    }

    @Test
    void daysThatDoNotFollowOneAnotherAreRefused() throws IOException {
        refused("amber: 15 days", "amber: 9 days", "amber: 9 days", "'amber' of HV-NBV lies before 'due'");
        refused("red: 31 days", "red: 14 days", "red: 14 days", "'red' of HV-NBV lies before 'amber'");
        refused("target: 14 days", "target: 9 days", "target: 9 days", "'target' of HV-NBV lies before 'due'");
        refused("latest: 56 days", "latest: 9 days", "latest: 9 days", "'latest' of HV-NBV lies before 'due'");
        refused("latest: 2028-03-31", "latest: 2028-03-30", "latest: 2028-03-30", "lies before 'target'");
        refused(
                "due: 10 days\n        earliest: 0 days",
                "due: 10 days\n        earliest: 11 days",
                "due: 10 days",
                "lies before 'earliest'");
        refused("        amber: 15 days\n", "", "red: 31 days", "red without having been amber");
    }

    @Test
    void daysOfDifferentUnitsAreComparedForChildrenBornAtTheEndsOfMonths() throws IOException {
        // Two months are 59 to 62 days: a child born in January reaches 61 days after two months.
        refused(
                "amber: 57 days\n        red: 70 days\n        latest: 16 weeks",
                "amber: 61 days\n        red: 2 months\n        latest: 16 weeks",
                "red: 2 months",
                "'red' of HV-68W lies before 'amber'");
    }

    @Test
    void rulesOfOneItemShareNoBirthDateAndLeaveNoGap() throws IOException {
        refused(
                "rule: MMR-1\n        version: 1\n        born_to: 2024-12-31",
                "rule: MMR-1\n        version: 1\n        born_to: 2025-01-01",
                "rule: MMRV-1",
                "MMRV-1 shares birth dates with MMR-1");
        refused(
                "rule: MMR-1\n        version: 1\n        born_to: 2024-12-31",
                "rule: MMR-1\n        version: 1\n        born_to: 2024-12-30",
                "born_from: 2025-01-01",
                "MMRV-1 leaves birth dates without a rule after MMR-1");
        refused(
                "born_to: 2024-08-31",
                "born_to: 2022-08-31",
                "born_to: 2022-08-31",
                "The last birth date lies before the first");
        refused(
                "effective_from: 2026-11-01\n",
                "effective_from: 2026-11-01\n        effective_to: 2026-10-31\n",
                "effective_to: 2026-10-31",
                "The rule ends before it begins");
    }

    @Test
    void rulesMayShareBirthDatesWhereOneAsksForWhatTheOtherExcludes() throws IOException {
        String two = "  - item: HV-X\n    title: X\n    what: X\n    type: HV\n    older: NOT_APPLICABLE\n    rules:\n"
                + rule("X-1", "eligible: MOVED_IN")
                + rule("X-2", "unless: MOVED_IN");
        given(PATHWAY, shipped() + two);
        assertThat(found()).isEmpty();
        given(PATHWAY, shipped() + two.replace("unless: MOVED_IN", "unless: BCG_ELIGIBLE"));
        assertThat(found()).singleElement().satisfies(p -> assertThat(p.what())
                .contains("X-2 shares birth dates with X-1"));
    }

    @Test
    void aGapBesideARuleForEligibleChildrenIsMeant() throws IOException {
        String two = "  - item: HV-X\n    title: X\n    what: X\n    type: HV\n    older: NOT_APPLICABLE\n    rules:\n"
                + rule("X-1", "born_to: 2020-01-01")
                + rule("X-2", "born_from: 2021-01-01");
        given(PATHWAY, shipped() + two);
        assertThat(found()).singleElement().satisfies(p -> assertThat(p.what()).contains("without a rule after X-1"));
        given(PATHWAY, shipped() + two.replace("born_from", "eligible: MOVED_IN\n        born_from"));
        assertThat(found()).isEmpty();
    }

    private static String rule(String id, String cohort) {
        return "      - rule: " + id + "\n        version: 1\n        " + cohort
                + "\n        due: 1 year\n        responsible: CHIS\n        source: here\n        confidence: D\n";
    }

    @Test
    void codesAndIdsStandOnceAndBeginWithTheirType() throws IOException {
        refused("item: HV-68W", "item: HV-NBV", null, "'HV-NBV' stands twice");
        refused("rule: HV-68W", "rule: HV-NBV", null, "'HV-NBV' stands twice");
        refused("item: VAC-NIRS", "item: SCR-NIRS", null, "SCR-NIRS is of another type");
    }

    @Test
    void everyCourseHasAVaccineThatFillsIt() throws IOException {
        String programmes = "pathway/course_programme.csv";
        given(programmes, text(programmes).replace("BCG,BCG,Y,Y", "BCG,BCG,N,Y"));
        assertThat(found()).singleElement().satisfies(p -> {
            assertThat(p.file()).isEqualTo("pathway/course.csv");
            assertThat(p.line()).isEqualTo(16);
            assertThat(p.what()).isEqualTo("No vaccine fills the course 'BCG'.");
            assertThat(p.mend()).contains("course_programme.csv");
        });
    }

    @Test
    void halfAnAgeOrHalfAnEligibilityIsRefused() throws IOException {
        String courses = "pathway/course.csv";
        given(courses, text(courses).replace("MENACWY,MenACWY,10,YEARS", "MENACWY,MenACWY,10,"));
        String eligibility = "pathway/eligibility.csv";
        given(eligibility, text(eligibility).replace(",PCV,,2025-07-01", ",PCV,,"));
        assertThat(found())
                .extracting(DefinitionProblem::what)
                .containsExactly(
                        "'counted_from' has an amount or a unit alone.",
                        "'PCV_FROM_2025_07' has a vaccine or a day of its first dose alone.");
    }

    @Test
    void anActivitySatisfiesAnItemThatExists() throws IOException {
        String activities = "codes/hv_activity.csv";
        given(activities, text(activities).replace("HV-NBV", "HV-NBW"));
        assertThat(found()).isNotEmpty().allSatisfy(p -> {
            assertThat(p.file()).isEqualTo(activities);
            assertThat(p.line()).isPositive();
            assertThat(p.what()).isEqualTo("'HV-NBW' is no item of the pathway.");
        });
    }

    @Test
    void aListThatThePathwayDoesNotKnowIsRefused() throws IOException {
        given("pathway/vaccine.csv", "code\nX\n");
        assertThat(found()).singleElement().satisfies(p -> assertThat(p.what()).contains("No code list has this name"));
    }

    /** One change of the shipped pathway is refused, at the line of these words (null: any), for this reason. */
    private void refused(String shipped, String changed, String atWords, String what) throws IOException {
        assertThat(shipped()).contains(shipped);
        String text = shipped().replaceFirst(Pattern.quote(shipped), changed);
        given(PATHWAY, text);
        assertThat(found()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(PATHWAY);
            assertThat(problem.what()).contains(what);
            assertThat(problem.mend()).isNotBlank();
            if (atWords != null) {
                assertThat(text.lines().toList().get(problem.line() - 1)).contains(atWords);
            }
        });
    }

    private void given(String path, String text) throws IOException {
        Path file = config.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String shipped() {
        return text(PATHWAY);
    }

    private static String text(String path) {
        return new String(ConfigTree.of(null).files().get(path).bytes(), StandardCharsets.UTF_8);
    }

    private List<DefinitionProblem> found() {
        return DefinitionCheck.run(config);
    }
}
