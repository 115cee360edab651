package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import muster.definition.DefinitionLoader;
import org.junit.jupiter.api.Test;

/** Which measures of the shipped configuration count the same children, period by period; periods by their codes. */
class PublishedMeasuresTest {
    private static final int APRIL = 4;

    private static ReportPeriod quarter(int year, int month) {
        LocalDate start = LocalDate.of(year, month, 1);
        return ReportPeriod.of("QUARTER", start, start.plusMonths(3).minusDays(1), APRIL);
    }

    private static Map<String, PublishedMeasure> in(ReportPeriod period) {
        return PublishedMeasures.of(DefinitionLoader.load(null).measures(), period);
    }

    private static String cohort(ReportPeriod period, String measure) {
        return in(period).get(measure).cohort();
    }

    @Test
    void limitsOfBirthDatesThatChangeNothingInTheQuarterDoNotPartMeasures() {
        ReportPeriod oldSchedule = quarter(2026, 4);
        assertThat(cohort(oldSchedule, "COVER-24M-HIBMENC")).isEqualTo(cohort(oldSchedule, "COVER-24M-HEXA"));
        ReportPeriod newSchedule = quarter(2026, 7);
        assertThat(cohort(newSchedule, "COVER-24M-HEXA4")).isEqualTo(cohort(newSchedule, "COVER-24M-HEXA"));
    }

    @Test
    void inTheYearOfBothSchedulesEachMeasureHasItsOwnChildren() {
        ReportPeriod year = ReportPeriod.of("YEAR", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), APRIL);
        assertThat(cohort(year, "COVER-24M-HEXA"))
                .isEqualTo(cohort(year, "COVER-24M-MMR1"))
                .isNotEqualTo(cohort(year, "COVER-24M-HIBMENC"))
                .isNotEqualTo(cohort(year, "COVER-24M-HEXA4"));
        assertThat(cohort(year, "COVER-24M-HEXA4")).isEqualTo(cohort(year, "COVER-24M-MMR2"));
        assertThat(PublishedMeasures.sums(DefinitionLoader.load(null).measures(), year))
                .containsExactly(new CohortSum(
                        cohort(year, "COVER-24M-HEXA"),
                        List.of(cohort(year, "COVER-24M-HIBMENC"), cohort(year, "COVER-24M-HEXA4"))));
        assertThat(PublishedMeasures.sums(DefinitionLoader.load(null).measures(), quarter(2026, 7)))
                .isEmpty();
    }

    @Test
    void careMeasuresShareNoDenominatorAndStandBehindPageOne() {
        PublishedMeasure care = in(quarter(2026, 7)).get("POP-CARE-GP");
        assertThat(care.cohort()).isEmpty();
        assertThat(care.firstPage()).isFalse();
        assertThat(care.acceptable()).isNull();
    }

    @Test
    void periodsAreNamedByTheirFinancialYear() {
        assertThat(quarter(2026, 4).code()).isEqualTo("2026-27-q1");
        assertThat(quarter(2027, 1).code()).isEqualTo("2026-27-q4");
        ReportPeriod year = ReportPeriod.of("YEAR", LocalDate.of(1999, 4, 1), LocalDate.of(2000, 3, 31), APRIL);
        assertThat(year.code()).isEqualTo("1999-00");
        assertThat(year.isProvisional()).isFalse();
    }
}
