package muster.publish.commissioner;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The small picture of a percentage, its interval and its threshold (reports 3). The shape says what the colour says:
 * a circle for met, a downward triangle for not met, a diamond where there is no threshold (reports 0.8). It holds no
 * text; the alternative text carries every number.
 *
 * @param value percentage
 * @param lower lower limit, per cent
 * @param upper upper limit, per cent
 * @param threshold percentage of the threshold, null where there is none
 * @param met whether it is met, by exact counts; null where there is no threshold
 * @param axisFrom percentage at the left end, at or below every number drawn; the right end is 100
 * @param alternative what a reader hears who cannot see it
 */
public record IntervalStrip(
        BigDecimal value,
        BigDecimal lower,
        BigDecimal upper,
        BigDecimal threshold,
        Boolean met,
        int axisFrom,
        String alternative) {
    private static final int WIDTH = 70;
    private static final int HEIGHT = 14;
    private static final int EDGE = 5;
    private static final double MIDDLE = HEIGHT / 2.0;

    private static final String MET = "#0072CE";
    private static final String NOT_MET = "#B34F00";
    private static final String NEUTRAL = "#5F6B73";
    private static final String TEXT = "#212B32";
    private static final String TRACK = "#E8EDEE";

    /** The picture as SVG. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append(bar(EDGE, WIDTH - EDGE, 3.5, TRACK));
        svg.append(bar(x(lower), x(upper), 1.6, TEXT));
        if (threshold != null) {
            svg.append(upright(x(threshold)));
        }
        svg.append(shape(x(value))).append("</svg>");
        return svg.toString();
    }

    private String shape(double x) {
        if (met == null) {
            return path(NEUTRAL, x, MIDDLE - 4, x + 4, MIDDLE, x, MIDDLE + 4, x - 4, MIDDLE);
        }
        return met
                ? number("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3.6\" fill=\"" + MET + "\"/>", x, MIDDLE)
                : path(NOT_MET, x - 4, MIDDLE - 3.4, x + 4, MIDDLE - 3.4, x, MIDDLE + 4);
    }

    private static String path(String colour, double... points) {
        StringBuilder path = new StringBuilder("<path fill=\"" + colour + "\" d=\"M");
        for (int i = 0; i < points.length; i += 2) {
            path.append(number(i == 0 ? "%.2f %.2f" : " L%.2f %.2f", points[i], points[i + 1]));
        }
        return path.append(" Z\"/>").toString();
    }

    private static String bar(double from, double to, double thickness, String colour) {
        return number(
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"" + colour + "\"/>",
                from,
                MIDDLE - thickness / 2,
                Math.max(to - from, 0.4),
                thickness);
    }

    private static String upright(double x) {
        return number("<rect x=\"%.2f\" y=\"1\" width=\"1.3\" height=\"12\" fill=\"" + TEXT + "\"/>", x - 0.65);
    }

    private double x(BigDecimal percent) {
        BigDecimal along = percent.subtract(BigDecimal.valueOf(axisFrom))
                .divide(BigDecimal.valueOf(100L - axisFrom), 6, RoundingMode.HALF_UP);
        return EDGE + along.doubleValue() * (WIDTH - 2 * EDGE);
    }

    private static String number(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
