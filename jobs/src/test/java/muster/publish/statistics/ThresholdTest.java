package muster.publish.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds are compared as whole numbers and never shown as met when they are not (reports 0.5). */
class ThresholdTest {
    @ParameterizedTest
    @CsvSource({
        "950, 1243, 1382, 70",
        "950, 6105, 6981, 527",
        "950, 6312, 6944, 285",
        "900, 6190, 6805, 0",
        "950, 6690, 6748, 0",
        "810, 243, 300, 0",
        "810, 242, 300, 1",
        "950, 1312, 1382, 1",
        "950, 1313, 1382, 0"
    })
    void countsTheChildrenStillNeeded(int permille, long numerator, long denominator, long needed) {
        Threshold threshold = new Threshold(permille);

        assertThat(threshold.childrenNeeded(numerator, denominator)).isEqualTo(needed);
        assertThat(threshold.isMet(numerator, denominator)).isEqualTo(needed == 0);
    }

    @Test
    void neededIsTheLeastNumberThatMeetsTheThreshold() {
        for (int permille : new int[] {1, 333, 810, 900, 950, 995, 1000}) {
            Threshold threshold = new Threshold(permille);
            for (long n = 1; n <= 120; n++) {
                for (long x = 0; x <= n; x++) {
                    long needed = threshold.childrenNeeded(x, n);
                    assertThat(threshold.isMet(x + needed, n)).isTrue();
                    assertThat(needed == 0 || !threshold.isMet(x + needed - 1, n))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9496, 10000, 94.96",
        "9500, 10000, 95.0",
        "9494, 10000, 94.9",
        "9495, 10000, 94.95",
        "949999, 1000000, 94.9999",
        "6105, 6981, 87.5"
    })
    void showsMoreDecimalsRatherThanAThresholdNotMet(long numerator, long denominator, String shown) {
        assertThat(new Threshold(950).shown(numerator, denominator, 1).toPlainString())
                .isEqualTo(shown);
    }

    @Test
    void refusesWhatIsNoThresholdOrNoProportion() {
        assertThatThrownBy(() -> new Threshold(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(1001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(950).isMet(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(950).childrenNeeded(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
