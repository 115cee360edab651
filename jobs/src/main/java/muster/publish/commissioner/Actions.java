package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Shorthand;

/**
 * What needs action, as far as the figures shown support it: missing figures first, then what concerns most children.
 * A hidden number asks for nothing here, because naming it would say something about it.
 */
final class Actions {
    private final Wording words;

    private record Candidate(long children, ActionRow row) {}

    Actions(Wording words) {
        this.words = words;
    }

    List<ActionRow> of(List<ControlledMeasure> firstPage, Map<String, ControlledMeasure> byMeasure) {
        List<Candidate> candidates = new ArrayList<>();
        for (ControlledMeasure figure : firstPage) {
            if (figure.availability() == Availability.NOT_AVAILABLE) {
                candidates.add(missing(figure));
            } else if (figure.isShown() && figure.measure().acceptable() != null) {
                candidates.add(below(figure));
            }
        }
        for (Wording.Headline headline : words.headlines()) {
            ControlledMeasure figure = byMeasure.get(headline.measure());
            if (figure == null) {
                continue;
            }
            if (figure.availability() == Availability.NOT_AVAILABLE) {
                candidates.add(missing(figure));
            } else if (figure.isShown()) {
                long count = Headlines.without(figure);
                candidates.add(
                        new Candidate(count, new ActionRow(headline.action(), headline.who(), Figures.count(count))));
            }
        }
        return candidates.stream()
                .filter(candidate -> candidate.children() > 0)
                .sorted(Comparator.comparingLong(Candidate::children).reversed())
                .limit(words.number("actions.most"))
                .map(Candidate::row)
                .toList();
    }

    private Candidate missing(ControlledMeasure figure) {
        String action = words.say("actions.missing", "measure", figure.measure().name());
        String who = words.say("actions.missing_who");
        return new Candidate(Long.MAX_VALUE, new ActionRow(action, who, Shorthand.NOT_AVAILABLE.code()));
    }

    private Candidate below(ControlledMeasure figure) {
        long needed = LeadSentences.needed(figure);
        String action = words.say("actions.below", "measure", figure.measure().name());
        return new Candidate(needed, new ActionRow(action, words.say("actions.below_who"), Figures.count(needed)));
    }
}
