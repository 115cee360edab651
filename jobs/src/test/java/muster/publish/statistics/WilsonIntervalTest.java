package muster.publish.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of reports 2.1, the figures of measures 0 rule 6, and the edges. */
class WilsonIntervalTest {
    @ParameterizedTest
    @CsvSource({
        "1243, 1382, 0.882440, 0.914188",
        "19, 20, 0.763869, 0.991119",
        "20, 20, 0.838875, 1.000000",
        "0, 12, 0.000000, 0.242494",
        "3, 60, 0.017150, 0.137005"
    })
    void storesTheLimitsOfTheWorkedTable(long numerator, long denominator, String lower, String upper) {
        WilsonInterval interval = WilsonInterval.of(numerator, denominator);

        assertThat(interval.lower().toPlainString()).isEqualTo(lower);
        assertThat(interval.upper().toPlainString()).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({"1243, 1382, 88.2 to 91.4", "864, 1000, 84.1 to 88.4", "6105, 6981, 86.7 to 88.2"})
    void printsTheLimitsInPerCent(long numerator, long denominator, String printed) {
        assertThat(Figures.interval(WilsonInterval.of(numerator, denominator))).isEqualTo(printed);
    }

    @Test
    void hasNoIntervalForNobody() {
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alwaysHoldsTheProportionAndStaysWithinZeroAndOne() {
        for (long n = 1; n <= 200; n++) {
            for (long x = 0; x <= n; x++) {
                WilsonInterval interval = WilsonInterval.of(x, n);
                double p = (double) x / n;
                assertThat(interval.lower().doubleValue()).isBetween(0.0, p + 1e-6);
                assertThat(interval.upper().doubleValue()).isBetween(p - 1e-6, 1.0);
            }
        }
    }
}
