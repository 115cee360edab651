package muster.publish.statistics;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and dates are written for a reader (reports 0.4 and 0.9). */
public final class Figures {
    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final char MINUS = '\u2212';

    private Figures() {}

    /** A count with a comma at each thousand: {@code 6,105}. */
    public static String count(long value) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** A percentage as it stands, with its sign: {@code 87.5%}. */
    public static String percent(BigDecimal value) {
        return value.toPlainString() + "%";
    }

    /** A threshold without needless decimals: {@code 95%}, {@code 99.5%}. */
    public static String threshold(Threshold threshold) {
        BigDecimal bare = threshold.asPercentage().stripTrailingZeros();
        return percent(bare.setScale(Math.max(0, bare.scale())));
    }

    /** The limits of an interval in per cent with one decimal, joined by a word: {@code 86.7 to 88.2}. */
    public static String interval(WilsonInterval interval) {
        return interval.lowerPercent(1).toPlainString()
                + " to "
                + interval.upperPercent(1).toPlainString();
    }

    /** A difference in percentage points with its sign and a true minus: {@code +1.9}, {@code −0.4}, {@code 0.0}. */
    public static String change(BigDecimal points) {
        String digits = points.abs().toPlainString();
        return switch (points.signum()) {
            case 1 -> "+" + digits;
            case -1 -> MINUS + digits;
            default -> digits;
        };
    }

    /** A date in prose: {@code 14 January 2027}. */
    public static String date(LocalDate date) {
        return PROSE.format(date);
    }
}
