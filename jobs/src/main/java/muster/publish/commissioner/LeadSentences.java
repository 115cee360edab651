package muster.publish.commissioner;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Threshold;

/**
 * The first sentences of the report, chosen by the data: the measure furthest below its threshold, or that there is
 * none. Nothing is said about change, for which an earlier period would be needed.
 */
final class LeadSentences {
    private final Wording words;

    LeadSentences(Wording words) {
        this.words = words;
    }

    List<String> about(List<ControlledMeasure> figures) {
        List<ControlledMeasure> shown =
                figures.stream().filter(ControlledMeasure::isShown).toList();
        if (shown.isEmpty()) {
            return List.of(words.say("lead.none_shown"));
        }
        List<ControlledMeasure> compared = shown.stream()
                .filter(figure -> figure.measure().acceptable() != null)
                .toList();
        if (compared.isEmpty()) {
            return List.of(words.say("lead.no_threshold"));
        }
        return furthest(compared).map(this::below).orElseGet(() -> List.of(words.say(met(figures))));
    }

    private static String met(List<ControlledMeasure> figures) {
        boolean unknown = figures.stream()
                .anyMatch(figure -> figure.measure().acceptable() != null
                        && !figure.isShown()
                        && figure.availability() != Availability.NOT_APPLICABLE);
        return unknown ? "lead.shown_met" : "lead.all_met";
    }

    private List<String> below(ControlledMeasure figure) {
        Threshold threshold = figure.measure().acceptable();
        long needed = needed(figure);
        return List.of(
                words.say(
                        "lead.furthest",
                        "measure",
                        figure.measure().name(),
                        "coverage",
                        CoverageRows.coverage(figure),
                        "threshold",
                        Figures.threshold(threshold)),
                needed == 1 ? words.say("lead.needed_one") : words.say("lead.needed", "count", Figures.count(needed)));
    }

    /** The largest gap in points, compared as fractions; ties go to the earlier in order. */
    private static Optional<ControlledMeasure> furthest(List<ControlledMeasure> figures) {
        return figures.stream()
                .filter(figure -> needed(figure) > 0)
                .max(((Comparator<ControlledMeasure>) LeadSentences::compareGaps)
                        .thenComparing(Comparator.comparingInt((ControlledMeasure figure) ->
                                        figure.measure().order())
                                .reversed()));
    }

    private static int compareGaps(ControlledMeasure a, ControlledMeasure b) {
        return gap(a).multiply(eligible(b)).compareTo(gap(b).multiply(eligible(a)));
    }

    /** Threshold less coverage, in thousandths of a child of the denominator. */
    private static BigInteger gap(ControlledMeasure figure) {
        return BigInteger.valueOf(figure.measure().acceptable().permille())
                .multiply(eligible(figure))
                .subtract(BigInteger.valueOf(figure.numerator().getAsLong()).multiply(BigInteger.valueOf(1000)));
    }

    private static BigInteger eligible(ControlledMeasure figure) {
        return BigInteger.valueOf(figure.denominator().getAsLong());
    }

    /** Children still needed to reach the acceptable threshold. */
    static long needed(ControlledMeasure figure) {
        return figure.measure()
                .acceptable()
                .childrenNeeded(
                        figure.numerator().getAsLong(), figure.denominator().getAsLong());
    }
}
