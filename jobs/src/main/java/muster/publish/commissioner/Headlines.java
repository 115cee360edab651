package muster.publish.commissioner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Shorthand;

/** The large numbers of page 1: children whom an agency should have and does not. */
final class Headlines {
    private final Wording words;

    Headlines(Wording words) {
        this.words = words;
    }

    List<HeadlineCount> of(Map<String, ControlledMeasure> byMeasure) {
        return words.headlines().stream()
                .map(headline -> count(headline, byMeasure.get(headline.measure())))
                .toList();
    }

    /** The first headline that can be shown, as a sentence of the lead. */
    Optional<String> sentence(Map<String, ControlledMeasure> byMeasure) {
        return words.headlines().stream()
                .filter(headline -> byMeasure.containsKey(headline.measure())
                        && byMeasure.get(headline.measure()).isShown())
                .findFirst()
                .map(headline -> sentence(headline, without(byMeasure.get(headline.measure()))));
    }

    private static String sentence(Wording.Headline headline, long count) {
        if (count == 0) {
            return headline.sentenceNone();
        }
        return count == 1 ? headline.sentenceOne() : headline.sentence().replace("{count}", Figures.count(count));
    }

    private HeadlineCount count(Wording.Headline headline, ControlledMeasure figure) {
        if (figure == null || figure.availability() != Availability.COUNTED) {
            Shorthand code = figure == null ? Shorthand.NOT_AVAILABLE : CoverageRows.shorthand(figure);
            return new HeadlineCount(headline.label(), code.code(), words.say("headline_detail_missing"));
        }
        String value = figure.isShown() ? Figures.count(without(figure)) : Shorthand.CONFIDENTIAL.code();
        String detail = figure.denominator().isPresent()
                ? words.say(
                        "headline_detail",
                        "expected",
                        Figures.count(figure.denominator().getAsLong()))
                : words.say("headline_detail_hidden");
        return new HeadlineCount(headline.label(), value, detail);
    }

    /** Children expected and not found. */
    static long without(ControlledMeasure figure) {
        return figure.denominator().getAsLong() - figure.numerator().getAsLong();
    }
}
