package muster.publish.commissioner;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Percentage;
import muster.publish.statistics.Shorthand;
import muster.publish.statistics.Threshold;
import muster.publish.statistics.WilsonInterval;

/** Turns controlled figures into the cells of the coverage tables (reports 3, columns of the coverage table). */
final class CoverageRows {
    private static final int DECIMALS = 1;
    private static final int AXIS_STEP = 10;
    private static final int AXIS_FROM_AT_MOST = 80;

    private final Wording words;
    private final int axisFrom;

    CoverageRows(Wording words, List<ControlledMeasure> figures) {
        this.words = words;
        this.axisFrom = axisFrom(figures);
    }

    String stripHeading() {
        return words.say("strip", "from", Integer.toString(axisFrom));
    }

    CoverageRow row(ControlledMeasure figure) {
        PublishedMeasure measure = figure.measure();
        String code = shorthand(figure).code();
        boolean shown = figure.isShown();
        return new CoverageRow(
                measure.name(),
                "%s v%d".formatted(measure.measureId(), measure.version()),
                figure.attribution(),
                number(figure.numerator(), code),
                number(figure.denominator(), code),
                shown ? coverage(figure) : code,
                shown ? Figures.interval(interval(figure)) : code,
                threshold(measure),
                measure.acceptable() == null ? Shorthand.NOT_APPLICABLE.code() : shown ? toReach(figure) : code,
                shown ? strip(figure) : null);
    }

    /** Why a figure without a number has none. */
    static Shorthand shorthand(ControlledMeasure figure) {
        return switch (figure.availability()) {
            case COUNTED -> Shorthand.CONFIDENTIAL;
            case NOT_AVAILABLE -> Shorthand.NOT_AVAILABLE;
            case NOT_APPLICABLE -> Shorthand.NOT_APPLICABLE;
        };
    }

    static String number(OptionalLong count, String code) {
        return count.isPresent() ? Figures.count(count.getAsLong()) : code;
    }

    /** Coverage to one decimal, or to more where one would show a threshold that is not met. */
    static String coverage(ControlledMeasure figure) {
        long covered = figure.numerator().getAsLong();
        long eligible = figure.denominator().getAsLong();
        Threshold acceptable = figure.measure().acceptable();
        Threshold achievable = figure.measure().achievable();
        if (acceptable == null) {
            return Figures.percent(Percentage.of(covered, eligible, DECIMALS));
        }
        boolean next = achievable != null && acceptable.isMet(covered, eligible);
        return Figures.percent((next ? achievable : acceptable).shown(covered, eligible, DECIMALS));
    }

    private static String threshold(PublishedMeasure measure) {
        if (measure.acceptable() == null) {
            return Shorthand.NOT_APPLICABLE.code();
        }
        String acceptable = Figures.threshold(measure.acceptable());
        return measure.achievable() == null ? acceptable : acceptable + " / " + Figures.threshold(measure.achievable());
    }

    private String toReach(ControlledMeasure figure) {
        long covered = figure.numerator().getAsLong();
        long eligible = figure.denominator().getAsLong();
        PublishedMeasure measure = figure.measure();
        long needed = measure.acceptable().childrenNeeded(covered, eligible);
        if (needed > 0) {
            return words.say("to_reach", "count", Figures.count(needed));
        }
        boolean achieved = measure.achievable() != null && measure.achievable().isMet(covered, eligible);
        return words.say(achieved ? "achieved" : "met");
    }

    private IntervalStrip strip(ControlledMeasure figure) {
        WilsonInterval interval = interval(figure);
        Threshold threshold = figure.measure().acceptable();
        Boolean met = threshold == null
                ? null
                : threshold.isMet(
                        figure.numerator().getAsLong(), figure.denominator().getAsLong());
        return new IntervalStrip(
                Percentage.of(
                        figure.numerator().getAsLong(), figure.denominator().getAsLong(), 2),
                interval.lowerPercent(2),
                interval.upperPercent(2),
                threshold == null ? null : threshold.asPercentage(),
                met,
                axisFrom,
                alternative(figure, met));
    }

    private String alternative(ControlledMeasure figure, Boolean met) {
        String coverage = coverage(figure);
        String limits = Figures.interval(interval(figure));
        if (met == null) {
            return words.say("strip_alternative_no_threshold", "coverage", coverage, "interval", limits);
        }
        String verdict = words.say(met ? "verdict_met" : "verdict_not_met");
        return words.say(
                "strip_alternative",
                "coverage",
                coverage,
                "interval",
                limits,
                "threshold",
                threshold(figure.measure()),
                "verdict",
                verdict);
    }

    private static WilsonInterval interval(ControlledMeasure figure) {
        return WilsonInterval.of(
                figure.numerator().getAsLong(), figure.denominator().getAsLong());
    }

    /** A whole ten at or below everything drawn, so that no interval is cut; 80 where all lie above. */
    private static int axisFrom(List<ControlledMeasure> figures) {
        BigDecimal lowest = figures.stream()
                .filter(ControlledMeasure::isShown)
                .flatMap(figure -> Stream.concat(
                        Stream.of(interval(figure).lowerPercent(2)),
                        Stream.ofNullable(figure.measure().acceptable()).map(Threshold::asPercentage)))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.valueOf(AXIS_FROM_AT_MOST));
        return Math.min(AXIS_FROM_AT_MOST, lowest.intValue() / AXIS_STEP * AXIS_STEP);
    }
}
