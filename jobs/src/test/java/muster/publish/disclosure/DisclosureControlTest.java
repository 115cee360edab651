package muster.publish.disclosure;

import static muster.publish.disclosure.Releases.cell;
import static muster.publish.disclosure.Releases.control;
import static muster.publish.disclosure.Releases.england;
import static muster.publish.disclosure.Releases.group;
import static muster.publish.disclosure.Releases.icb;
import static muster.publish.disclosure.Releases.key;
import static muster.publish.disclosure.Releases.profile;
import static muster.publish.disclosure.Releases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of reports 0.7 and rulings 7, one by one, and their worked examples. */
class DisclosureControlTest {
    private static final CellKey A = icb("A");
    private static final CellKey B = icb("B");
    private static final CellKey C = icb("C");
    private static final CellKey D = icb("D");

    @ParameterizedTest
    @CsvSource({
        "5, 8, c/8", // measures 1.1: 62.5, but three are not covered
        "4, 8, c/8",
        "8, 8, 8/8",
        "0, 8, 0/8", // nought is a number, and is shown
        "5, 10, 5/10",
        "5, 9, c/9",
        "4, 5, c/c", // the two hidden numbers add up to five
        "3, 6, c/6",
        "5, 5, 5/5",
        "0, 4, c/c",
        "4, 4, c/c"
    })
    void hidesSmallCountsFromCommissioners(long numerator, long denominator, String seen) {
        assertThat(seen(control("commissioner", List.of(cell(A, numerator, denominator))), A))
                .isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"10, 19, c/c", "0, 19, c/c", "20, 20, 20/20", "10, 20, 10/20", "18, 20, c/20"})
    void hidesSmallDenominatorsFromThePublic(long numerator, long denominator, String seen) {
        assertThat(seen(control("open", List.of(cell(A, numerator, denominator))), A))
                .isEqualTo(seen);
    }

    @Test
    void hidesNothingFromThoseWhoHoldTheRecord() {
        assertThat(seen(control("direct_care", List.of(cell(A, 1, 2))), A)).isEqualTo("1/2");
    }

    @Test
    void hidesTheNextSmallestSoThatSubtractionFails() {
        // Children not vaccinated by network, total shown 31: 3, 9, 12, 7 (reports 0.7).
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(A, 3, 100), cell(B, 9, 100), cell(C, 12, 100), cell(D, 7, 100), cell(england(), 31, 400)),
                group(england(), A, B, C, D));

        assertThat(List.of(A, B, C, D, england()))
                .extracting(key -> seen(table, key))
                .containsExactly("c/100", "9/100", "12/100", "c/100", "31/400");
        assertThat(table.primary()).isEqualTo(1);
        assertThat(table.secondary()).isEqualTo(1);
    }

    @Test
    void breaksTiesByTheLowestAreaCode() {
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(A, 9, 100), cell(B, 3, 100), cell(C, 9, 100), cell(england(), 21, 300)),
                group(england(), C, B, A));

        assertThat(List.of(A, B, C)).extracting(key -> seen(table, key)).containsExactly("c/100", "c/100", "9/100");
    }

    @Test
    void hidesAThirdWhereTwoAddUpToFiveOrLess() {
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(A, 3, 100), cell(B, 2, 100), cell(C, 12, 100), cell(D, 0, 100), cell(england(), 17, 400)),
                group(england(), A, B, C, D));

        assertThat(List.of(A, B, C, D))
                .extracting(key -> seen(table, key))
                .containsExactly("c/100", "c/100", "c/100", "0/100");
    }

    @Test
    void hidesTheTotalWhereItHasOnePartOnly() {
        CellKey region = key("REGION", "R");
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(A, 3, 100), cell(region, 3, 100), cell(B, 40, 90), cell(england(), 43, 190)),
                group(region, A),
                group(england(), region, B));

        assertThat(List.of(A, region, B, england()))
                .extracting(key -> seen(table, key))
                .containsExactly("c/100", "c/100", "c/90", "43/190");
    }

    @Test
    void protectsASmallPartThatStandsInNoOutput() {
        CountCell notStated = new CountCell(key("ICB", "NOT_STATED"), "", 2, 3, false);
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(A, 50, 100), cell(B, 60, 90), notStated, cell(england(), 112, 193)),
                group(england(), A, B, notStated.key()));

        assertThat(table.find(notStated.key())).isEmpty();
        assertThat(seen(table, B)).isEqualTo("c/c");
        assertThat(seen(table, A)).isEqualTo("50/100");
    }

    @Test
    void hidesADenominatorForEveryMeasureThatSharesIt() {
        CellKey second = new CellKey("OTHER", A.area());
        DisclosedTable table = control(
                "commissioner", List.of(new CountCell(A, "24M", 4, 5, true), new CountCell(second, "24M", 5, 5, true)));

        assertThat(seen(table, second)).isEqualTo("c/c");
    }

    @Test
    void keepsHiddenWhatAnEarlierReleaseHid() {
        List<CountCell> cells = List.of(cell(A, 3, 30), cell(B, 9, 30), cell(C, 14, 15), cell(england(), 26, 75));
        AdditiveGroup sum = group(england(), A, B, C);
        DisclosedTable closed = DisclosureControl.apply(profile("commissioner"), cells, List.of(sum), List.of());
        DisclosedTable open = DisclosureControl.apply(profile("open"), cells, List.of(sum), List.of(closed));

        assertThat(closed.cells().values()).filteredOn(DisclosedCell::isHidden).allSatisfy(hidden -> assertThat(
                        open.find(hidden.key()).orElseThrow().isHidden())
                .isTrue());
    }

    @Test
    void mergesAreasPublishedTogether() {
        CellKey city = key("LA", "E09000001");
        CellKey hackney = key("LA", "E09000012");
        CellKey camden = key("LA", "E09000007");
        DisclosedTable table = control(
                "commissioner",
                List.of(cell(city, 2, 6), cell(hackney, 80, 100), cell(camden, 70, 90), cell(england(), 152, 196)),
                group(england(), city, hackney, camden));

        assertThat(table.find(city)).isEmpty();
        assertThat(seen(table, hackney)).isEqualTo("82/106");
        assertThat(table.profile().mergedName(hackney.area())).contains("Hackney and City of London");
    }

    @Test
    void showsOrHidesAPlainNumberWhole() {
        DisclosedTable table = DisclosureControl.apply(
                profile("commissioner"),
                List.of(
                        CountCell.ofChildren(A, 3),
                        CountCell.ofChildren(B, 40),
                        CountCell.ofChildren(C, 0),
                        CountCell.ofChildren(D, 900),
                        CountCell.ofChildren(england(), 943)),
                List.of(group(england(), A, B, C, D)),
                List.of());

        assertThat(List.of(A, B, C, D, england()))
                .extracting(key -> table.find(key).orElseThrow().denominator().orElse(-1))
                .containsExactly(-1L, -1L, 0L, 900L, 943L);
    }

    @Test
    void refusesSumsThatDoNotHold() {
        assertThatThrownBy(() ->
                        control("commissioner", List.of(cell(A, 3, 30), cell(england(), 4, 30)), group(england(), A)))
                .isInstanceOf(DisclosureException.class)
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> control("commissioner", List.of(cell(A, 3, 30), cell(A, 3, 30))))
                .isInstanceOf(DisclosureException.class)
                .hasMessageContaining("counted twice");
        assertThatThrownBy(() -> control("commissioner", List.of(cell(england(), 4, 30)), group(england(), A)))
                .isInstanceOf(DisclosureException.class)
                .hasMessageContaining("not counted");
    }
}
