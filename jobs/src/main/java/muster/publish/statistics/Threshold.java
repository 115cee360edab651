package muster.publish.statistics;

import java.math.BigDecimal;

/**
 * A coverage threshold in thousandths, compared with exact counts (reports 0.5, rulings 1). Every comparison is one of
 * whole numbers: floating point would ask for one child too many at 81% of 300.
 *
 * @param permille the threshold in thousandths, 1 to 1000; 95% is 950
 */
public record Threshold(int permille) {
    private static final int WHOLE = 1000;
    private static final int MOST_DECIMALS = 9;

    public Threshold {
        if (permille < 1 || permille > WHOLE) {
            throw new IllegalArgumentException("threshold outside 1 to 1000 thousandths: " + permille);
        }
    }

    /** True where the counts reach the threshold. */
    public boolean isMet(long numerator, long denominator) {
        Percentage.requireProportion(numerator, denominator);
        return Math.multiplyExact(numerator, WHOLE) >= Math.multiplyExact(denominator, permille);
    }

    /** How many more children would have to be counted for the threshold to be met; 0 where it is. */
    public long childrenNeeded(long numerator, long denominator) {
        Percentage.requireProportion(numerator, denominator);
        long reached = Math.floorDiv(Math.addExact(Math.multiplyExact(denominator, permille), WHOLE - 1), WHOLE);
        return Math.max(0, reached - numerator);
    }

    /**
     * The percentage as it may be shown beside this threshold: with {@code decimals} digits, and with more where
     * rounding would show the threshold for an area that has not met it (94.96%, not 95.0%).
     */
    public BigDecimal shown(long numerator, long denominator, int decimals) {
        boolean met = isMet(numerator, denominator);
        BigDecimal line = asPercentage();
        for (int digits = decimals; digits < MOST_DECIMALS; digits++) {
            BigDecimal value = Percentage.of(numerator, denominator, digits);
            if (met || value.compareTo(line) < 0) {
                return value;
            }
        }
        return Percentage.of(numerator, denominator, MOST_DECIMALS);
    }

    /** The threshold as a percentage with one decimal: 95.0. */
    public BigDecimal asPercentage() {
        return BigDecimal.valueOf(permille, 1);
    }
}
