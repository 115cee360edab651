package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.Releases;
import muster.publish.statistics.Threshold;
import org.junit.jupiter.api.Test;

/** What the report says is what the controlled figures support, and no more. */
class CommissionerReportsTest {
    private static final String HIDDEN = "[c]";

    private static CommissionerReport reportOf(MeasureCell... cells) {
        ControlledMeasures measures =
                ControlledMeasures.of(Releases.profile("commissioner"), List.of(cells), List.of(), List.of());
        return new CommissionerReports(measures, ExampleRelease.context(), ExampleRelease.children())
                .of(new ReportArea(ExampleRelease.ICB, "Northmere and Eastvale"));
    }

    private static MeasureCell counted(PublishedMeasure measure, long covered, long eligible) {
        return MeasureCell.counted(measure, "REG", ExampleRelease.ICB, covered, eligible);
    }

    @Test
    void hidesWhatTheWorkedExampleHides() {
        // Authority A of measures 1.1: 5 of 8 would be 62.5%, but three children are not covered.
        assertThat(ExampleRelease.authority().firstPage()).hasSize(5).allSatisfy(row -> {
            assertThat(List.of(row.covered(), row.coverage(), row.interval(), row.toReach()))
                    .containsOnly(HIDDEN);
            assertThat(row.eligible()).isEqualTo("8");
            assertThat(row.threshold()).isEqualTo("95%");
            assertThat(row.strip()).isNull();
        });
        assertThat(ExampleRelease.authority().lead())
                .containsExactly(
                        "No coverage figure of this area can be shown for this period.",
                        "No child of the area is without a GP practice.");
        assertThat(ExampleRelease.authority().actions()).isEmpty();
    }

    @Test
    void showsTheMockUpsFigures() {
        CoverageRow row =
                reportOf(counted(ExampleRelease.MMR1, 6105, 6981)).firstPage().get(0);

        assertThat(row.covered()).isEqualTo("6,105");
        assertThat(row.coverage()).isEqualTo("87.5%");
        assertThat(row.interval()).isEqualTo("86.7 to 88.2");
        assertThat(row.toReach()).isEqualTo("527 more");
        assertThat(row.strip().alternative()).isEqualTo("87.5%, 95% interval 86.7 to 88.2, threshold 95%, not met");
    }

    @Test
    void leadsWithTheMeasureFurthestBelowItsThreshold() {
        assertThat(ExampleRelease.icb().lead())
                .containsExactly(
                        "MMR/MMRV first dose at 24 months stands at 87.5% against a threshold of 95%, the measure"
                                + " furthest below its own.",
                        "527 more children would have to be covered to reach it.",
                        "214 children of the area are not registered with a GP practice.");
    }

    @Test
    void saysAllAreMetOnlyWhenAllAreKnown() {
        MeasureCell met = counted(ExampleRelease.HEXA, 980, 1000);
        MeasureCell hidden = counted(ExampleRelease.BLOOD_SPOT, 998, 1000);
        MeasureCell absent =
                MeasureCell.uncounted(ExampleRelease.HIBMENC, "REG", ExampleRelease.ICB, Availability.NOT_APPLICABLE);

        assertThat(reportOf(met, absent).lead()).containsExactly("Every measure that has a threshold meets it.");
        assertThat(reportOf(met, hidden).lead())
                .containsExactly("Every measure that has a threshold and can be shown meets it.");
    }

    @Test
    void neverShowsAThresholdThatIsNotMet() {
        PublishedMeasure other = new PublishedMeasure("X", 1, "X", "", new Threshold(950), null, true, 1);
        CoverageRow row = reportOf(counted(other, 9496, 10000)).firstPage().get(0);

        assertThat(row.coverage()).isEqualTo("94.96%");
        assertThat(row.toReach()).isEqualTo("4 more");
    }

    @Test
    void tellsMissingHiddenAndNoughtApart() {
        CommissionerReport report = ExampleRelease.icb();

        assertThat(report.headlines())
                .containsExactly(
                        new HeadlineCount("Not registered with a GP practice", "214", "of 29,004 who should be"),
                        new HeadlineCount("Not on a health visiting caseload", HIDDEN, "of 29,004 who should be"),
                        new HeadlineCount("Not on the CHIS register", "[x]", "no figures for this area"));
        assertThat(report.actions())
                .extracting(ActionRow::action)
                .startsWith("Find out why there are no figures: Children on the CHIS register")
                .noneMatch(action -> action.contains("health visit"));
    }

    @Test
    void protectsTheNumbersOfTheConservationLine() {
        Note conservation = ExampleRelease.icb().notes().stream()
                .filter(note -> note.heading().equals("Every child accounted for"))
                .findFirst()
                .orElseThrow();

        assertThat(conservation.text())
                .startsWith("30,183 children known to the service on 18 November 2026: 29,004 in the area served")
                .contains("[c] stillborn", "[c] died", "0 with an invalidated number");
    }

    @Test
    void namesItsFileWithoutPersonalData() {
        assertThat(ExampleRelease.icb().fileName())
                .isEqualTo("muster_commissioner-report_icb-nx1_2026-27-q1_2026-07-31_v1.pdf");
    }

    @Test
    void axisOfThePicturesStartsBelowEveryInterval() {
        assertThat(reportOf(counted(ExampleRelease.HEXA, 60, 100)).stripHeading())
                .isEqualTo("50% to 100%");
        assertThat(reportOf(counted(ExampleRelease.HEXA, 990, 1000)).stripHeading())
                .isEqualTo("80% to 100%");
    }

    @Test
    void namesAMergedArea() {
        AreaKey hackney = new AreaKey("LA", "E09000012");
        ControlledMeasures measures = ControlledMeasures.of(
                Releases.profile("commissioner"),
                List.of(
                        MeasureCell.counted(ExampleRelease.HEXA, "RESP", hackney, 80, 100),
                        MeasureCell.counted(ExampleRelease.HEXA, "RESP", new AreaKey("LA", "E09000001"), 9, 10)),
                List.of(),
                List.of());
        CommissionerReport report = new CommissionerReports(
                        measures, ExampleRelease.context(), ExampleRelease.children())
                .of(new ReportArea(hackney, "Hackney"));

        assertThat(report.title()).startsWith("Hackney and City of London: ");
        assertThat(report.firstPage().get(0).covered()).isEqualTo("89");
        assertThat(report.notes()).extracting(Note::heading).contains("Areas shown together");
    }
}
