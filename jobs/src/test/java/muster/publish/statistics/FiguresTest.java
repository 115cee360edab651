package muster.publish.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are written as reports 0.4 says, from exact counts. */
class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "5, 8, 62.5",
        "4, 8, 50.0",
        "49, 400, 12.3",
        "1, 800, 0.1",
        "1, 2001, 0.0",
        "2, 3, 66.7",
        "0, 12, 0.0",
        "12, 12, 100.0"
    })
    void roundsPercentagesHalfUp(long numerator, long denominator, String shown) {
        assertThat(Percentage.of(numerator, denominator, 1).toPlainString()).isEqualTo(shown);
    }

    @Test
    void writesCountsChangesThresholdsAndDates() {
        assertThat(Figures.count(0)).isEqualTo("0");
        assertThat(Figures.count(1234567)).isEqualTo("1,234,567");
        assertThat(Figures.change(new BigDecimal("1.9"))).isEqualTo("+1.9");
        assertThat(Figures.change(new BigDecimal("-0.4"))).isEqualTo("\u22120.4");
        assertThat(Figures.change(new BigDecimal("0.0"))).isEqualTo("0.0");
        assertThat(Figures.threshold(new Threshold(950))).isEqualTo("95%");
        assertThat(Figures.threshold(new Threshold(995))).isEqualTo("99.5%");
        assertThat(Figures.threshold(new Threshold(900))).isEqualTo("90%");
        assertThat(Figures.date(LocalDate.of(2027, 1, 14))).isEqualTo("14 January 2027");
        assertThat(Shorthand.CONFIDENTIAL.code()).isEqualTo("[c]");
    }
}
