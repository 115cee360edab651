package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.DisclosureException;
import muster.publish.disclosure.Releases;
import org.junit.jupiter.api.Test;

/** Sums of a release: what lies whole in the area above is a part of it, everything else an unpublished part. */
class ReleaseTest {
    private static final PublishedMeasure MMR1 = ExampleRelease.MMR1;
    private static final Map<String, PublishedMeasure> MEASURES = Map.of(MMR1.measureId(), MMR1);
    private static final AreaKey ICB = new AreaKey("ICB", "QA1");
    private static final AreaKey NORTH = new AreaKey("SICBL", "01A");
    private static final AreaKey EAST = new AreaKey("SICBL", "01B");
    private static final AreaKey ELSEWHERE = new AreaKey("SICBL", "09Z");

    private static ReleaseRow whole(AreaKey area, long numerator, long denominator) {
        return row(area, null, numerator, denominator);
    }

    private static ReleaseRow row(AreaKey area, AreaKey within, long numerator, long denominator) {
        return new ReleaseRow(
                "REG",
                area,
                within,
                area.code(),
                MMR1.measureId(),
                1,
                true,
                Availability.COUNTED,
                numerator,
                denominator);
    }

    private static List<ReleaseRow> icbOfTwo() {
        return new ArrayList<>(List.of(
                whole(ICB, 90, 110),
                whole(NORTH, 47, 50),
                row(NORTH, ICB, 47, 50),
                whole(EAST, 40, 55),
                row(EAST, ICB, 40, 55),
                row(new AreaKey("SICBL", ""), ICB, 3, 5)));
    }

    private static String seen(List<ReleaseRow> rows, AreaKey area) {
        Release release = Release.of(rows, MEASURES, List.of());
        ControlledMeasure figure = ControlledMeasures.of(Releases.profile("commissioner"), release, List.of())
                .totalsOf(area)
                .get(0);
        return figure.isShown() ? Long.toString(figure.numerator().getAsLong()) : "c";
    }

    @Test
    void areasThatLieWholeInTheAreaAboveAreItsPartsAndTheRestIsUnpublished() {
        Release release = Release.of(icbOfTwo(), MEASURES, List.of());

        assertThat(release.groups()).singleElement().satisfies(sum -> assertThat(sum.parts())
                .hasSize(3));
        assertThat(release.cells().stream().filter(cell -> !cell.published()).toList())
                .singleElement()
                .satisfies(rest -> assertThat(rest.denominator()).isEqualTo(5));
    }

    @Test
    void aSmallCountIsNotHadBySubtraction() {
        // 50 − 47 = 3 is small; with the total and the other part shown, it could be worked out.
        assertThat(seen(icbOfTwo(), NORTH)).isEqualTo("c");
        assertThat(List.of(seen(icbOfTwo(), EAST), seen(icbOfTwo(), ICB))).contains("c");
    }

    @Test
    void anAreaThatLiesInTwoIsTheSumOfItsShares() {
        List<ReleaseRow> rows = icbOfTwo();
        rows.replaceAll(row -> row.area().equals(EAST) && row.within() == null ? whole(EAST, 60, 80) : row);
        rows.add(row(EAST, new AreaKey("ICB", "QZ9"), 20, 25));

        assertThat(Release.of(rows, MEASURES, List.of()).groups())
                .extracting(sum -> sum.total().area())
                .containsExactlyInAnyOrder(ICB, EAST);
    }

    @Test
    void areasOutsideTheFootprintAreUnpublishedPartsOfWhatIsPublished() {
        List<ReleaseRow> rows = List.of(whole(ICB, 90, 110), row(NORTH, ICB, 90, 110), row(ELSEWHERE, ICB, 0, 0));

        assertThat(Release.of(rows, MEASURES, List.of()).cells().stream()
                        .filter(MeasureCell::published)
                        .map(MeasureCell::area))
                .containsExactly(ICB);
    }

    @Test
    void sumsThatDoNotHoldStopTheRelease() {
        List<ReleaseRow> rows = icbOfTwo();
        rows.remove(rows.size() - 1);

        assertThatThrownBy(() -> seen(rows, ICB)).isInstanceOf(DisclosureException.class);
    }

    @Test
    void aMeasureThatIsNotDefinedIsRefused() {
        assertThatThrownBy(() -> Release.of(icbOfTwo(), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void childrenOfTwoSchedulesAreNotHadFromThoseOfTheYear() {
        // Measures 1.1, the year: 9 children, 8 of the old schedule; 9 and 8 shown would give the one of the new.
        PublishedMeasure year = measure("COVER-24M-HEXA", "all");
        PublishedMeasure oldSchedule = measure("COVER-24M-HIBMENC", "old");
        PublishedMeasure newSchedule = measure("COVER-24M-HEXA4", "new");
        Map<String, PublishedMeasure> measures = Map.of(
                year.measureId(), year, oldSchedule.measureId(), oldSchedule, newSchedule.measureId(), newSchedule);
        List<ReleaseRow> rows = List.of(of(year, 9, 9), of(oldSchedule, 8, 8), of(newSchedule, 0, 1));
        Release release = Release.of(rows, measures, List.of(new CohortSum("all", List.of("old", "new"))));

        List<ControlledMeasure> seen = ControlledMeasures.of(Releases.profile("commissioner"), release, List.of())
                .figures();

        assertThat(seen).hasSize(3);
        assertThat(seen.stream().filter(figure -> figure.denominator().isPresent()))
                .hasSizeLessThan(2);
    }

    private static PublishedMeasure measure(String id, String cohort) {
        return new PublishedMeasure(id, 1, id, cohort, null, null, true, 1);
    }

    private static ReleaseRow of(PublishedMeasure measure, long numerator, long denominator) {
        return new ReleaseRow(
                "RESP",
                new AreaKey("LA", "A"),
                null,
                "A",
                measure.measureId(),
                1,
                true,
                Availability.COUNTED,
                numerator,
                denominator);
    }
}
