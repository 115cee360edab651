package muster.publish.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The 95% Wilson score interval of a proportion, as stored: two proportions in 0 to 1 with six decimals
 * (reports 2.1). The interval is shown although every child is counted; it says how far the figure could move by
 * chance.
 *
 * @param lower lower limit, at most the proportion
 * @param upper upper limit, at least the proportion
 */
public record WilsonInterval(BigDecimal lower, BigDecimal upper) {
    /** The 97.5th percentile of the standard normal distribution, which makes the interval a 95% one. */
    private static final double Z = 1.959963984540054;

    private static final int STORED_DECIMALS = 6;

    /**
     * The interval of {@code numerator} out of {@code denominator}.
     *
     * @throws IllegalArgumentException where the counts do not make a proportion; no children at all have no interval
     */
    public static WilsonInterval of(long numerator, long denominator) {
        Percentage.requireProportion(numerator, denominator);
        double n = denominator;
        double p = numerator / n;
        double zz = Z * Z;
        double scale = 1 + zz / n;
        double centre = (p + zz / (2 * n)) / scale;
        double half = Z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n)) / scale;
        // At 0 and at n one limit is the proportion itself; clamping removes only the rounding error there.
        return new WilsonInterval(stored(Math.max(0, centre - half)), stored(Math.min(1, centre + half)));
    }

    /** The lower limit as a percentage, half up. */
    public BigDecimal lowerPercent(int decimals) {
        return percent(lower, decimals);
    }

    /** The upper limit as a percentage, half up. */
    public BigDecimal upperPercent(int decimals) {
        return percent(upper, decimals);
    }

    private static BigDecimal percent(BigDecimal proportion, int decimals) {
        return proportion.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal stored(double proportion) {
        return BigDecimal.valueOf(proportion).setScale(STORED_DECIMALS, RoundingMode.HALF_UP);
    }
}
