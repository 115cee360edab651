package muster.publish.commissioner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import muster.publish.disclosure.AreaKey;
import muster.publish.statistics.Percentage;
import muster.publish.statistics.Threshold;
import muster.publish.statistics.WilsonInterval;

/** One line of the open coverage file, cell by cell in the order of {@link OpenCoverageColumn}. */
final class OpenCoverageRow {
    private static final int DECIMALS = 2;
    private static final String TOTAL = "all";
    private static final String FORMULA_STARTS = "=+-@";

    /** A feed behind the figures was late, held or beyond its limit; the description says which. */
    private static final String STALE = "stale";

    private OpenCoverageRow() {}

    /**
     * The cells of a figure.
     *
     * @throws IllegalArgumentException where the area has no name, or a name could be taken for a formula
     */
    static List<String> of(ControlledMeasure figure, ReportContext context, Map<AreaKey, String> areaNames) {
        PublishedMeasure measure = figure.measure();
        String areaName = areaNames.get(figure.area());
        if (areaName == null) {
            throw new IllegalArgumentException("no name for area " + figure.area());
        }
        List<String> cells = new ArrayList<>(List.of(
                context.period().type(),
                context.period().start().toString(),
                context.period().end().toString(),
                figure.area().type().toLowerCase(Locale.ROOT),
                text(figure.area().code()),
                text(areaName),
                figure.attribution(),
                text(measure.measureId()),
                text(measure.name()),
                figure.isTotal() ? TOTAL : text(figure.breakdown()),
                figure.isTotal() ? TOTAL : text(figure.breakdownValue()),
                number(figure.numerator()),
                number(figure.denominator())));
        cells.addAll(values(figure));
        cells.addAll(List.of(
                "percent",
                measure.acceptable() == null
                        ? ""
                        : measure.acceptable().asPercentage().toPlainString(),
                status(figure, context),
                context.data().anyStale() ? STALE : "",
                text(context.definitionVersion()),
                context.runDate().toString()));
        return cells;
    }

    private static List<String> values(ControlledMeasure figure) {
        if (!figure.isShown()) {
            return List.of("", "", "");
        }
        long covered = figure.numerator().getAsLong();
        long eligible = figure.denominator().getAsLong();
        WilsonInterval interval = WilsonInterval.of(covered, eligible);
        return List.of(
                value(figure.measure().acceptable(), covered, eligible).toPlainString(),
                interval.lowerPercent(DECIMALS).toPlainString(),
                interval.upperPercent(DECIMALS).toPlainString());
    }

    private static BigDecimal value(Threshold threshold, long covered, long eligible) {
        return threshold == null
                ? Percentage.of(covered, eligible, DECIMALS)
                : threshold.shown(covered, eligible, DECIMALS);
    }

    private static String status(ControlledMeasure figure, ReportContext context) {
        if (!figure.isShown()) {
            return CoverageRows.shorthand(figure).letter();
        }
        return context.provisional() ? "p" : "";
    }

    private static String number(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "";
    }

    private static String text(String value) {
        if (value.isEmpty() || FORMULA_STARTS.indexOf(value.charAt(0)) >= 0) {
            throw new IllegalArgumentException("a spreadsheet could take this text for a formula: " + value);
        }
        return value;
    }
}
