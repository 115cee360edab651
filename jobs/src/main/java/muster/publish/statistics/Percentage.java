package muster.publish.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage worked out from two exact counts and rounded half up (reports 0.4). Binary floating point never takes
 * part, so a tie such as 12.25 rounds the same way on every machine.
 */
public final class Percentage {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percentage() {}

    /**
     * 100 × numerator ÷ denominator.
     *
     * @param numerator children counted, 0 or more
     * @param denominator children eligible, 1 or more and at least the numerator
     * @param decimals digits kept after the point
     * @throws IllegalArgumentException where the counts do not make a proportion
     */
    public static BigDecimal of(long numerator, long denominator, int decimals) {
        requireProportion(numerator, denominator);
        return BigDecimal.valueOf(numerator)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** Refuses counts that no proportion has: a denominator below 1, or a numerator outside 0 to denominator. */
    static void requireProportion(long numerator, long denominator) {
        if (denominator < 1 || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a proportion: %d of %d".formatted(numerator, denominator));
        }
    }
}
