package muster.publish.commissioner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import muster.definition.Age;
import muster.definition.Ages;
import muster.definition.MeasureDefinition;
import muster.definition.MeasureDefinition.Anchor;
import muster.definition.MeasureDefinition.Cohort;
import muster.publish.statistics.Threshold;

/** What the outputs of one period need to know of the measures that configuration defines. */
public final class PublishedMeasures {
    private PublishedMeasures() {}

    /**
     * The children a coverage measure counts in a period. Limits of birth dates that leave the period's children as they
     * are do not stand here, so that measures of one birthday share their denominator wherever it is the same by definition.
     */
    private record Span(Age age, LocalDate from, LocalDate to) {
        static Span of(Cohort cohort, ReportPeriod period) {
            LocalDate from = cohort.bornFrom();
            LocalDate to = cohort.bornTo();
            boolean startsLater =
                    from != null && Ages.ageReached(from, cohort.age()).isAfter(period.start());
            boolean endsEarlier =
                    to != null && Ages.ageReached(to, cohort.age()).isBefore(period.end());
            return new Span(cohort.age(), startsLater ? from : null, endsEarlier ? to : null);
        }

        String name() {
            return "%s %s %s".formatted(age, from == null ? "" : from, to == null ? "" : to);
        }

        /** True where the two follow each other without a gap and together are the whole. */
        boolean isSumOf(Span first, Span second) {
            return age.equals(first.age)
                    && age.equals(second.age)
                    && Objects.equals(from, first.from)
                    && Objects.equals(to, second.to)
                    && first.to != null
                    && first.to.plusDays(1).equals(second.from);
        }
    }

    /** The measures by id; those with a threshold stand on page 1, which holds coverage against it. */
    public static Map<String, PublishedMeasure> of(Collection<MeasureDefinition> definitions, ReportPeriod period) {
        Map<String, PublishedMeasure> measures = new TreeMap<>();
        for (MeasureDefinition defined : definitions) {
            measures.put(
                    defined.id(),
                    new PublishedMeasure(
                            defined.id(),
                            defined.version(),
                            defined.name(),
                            isCoverage(defined)
                                    ? Span.of(defined.cohort(), period).name()
                                    : "",
                            threshold(defined.acceptablePermille()),
                            threshold(defined.achievablePermille()),
                            defined.acceptablePermille() != null,
                            defined.position()));
        }
        return measures;
    }

    /** The sums between the denominators of the period's measures. */
    public static List<CohortSum> sums(Collection<MeasureDefinition> definitions, ReportPeriod period) {
        List<Span> spans = definitions.stream()
                .filter(PublishedMeasures::isCoverage)
                .map(defined -> Span.of(defined.cohort(), period))
                .distinct()
                .toList();
        List<CohortSum> sums = new ArrayList<>();
        for (Span total : spans) {
            for (Span first : spans) {
                spans.stream()
                        .filter(second -> total.isSumOf(first, second))
                        .forEach(second -> sums.add(new CohortSum(total.name(), List.of(first.name(), second.name()))));
            }
        }
        return sums;
    }

    private static boolean isCoverage(MeasureDefinition defined) {
        return defined.cohort().anchor() == Anchor.BIRTHDAY_IN_PERIOD;
    }

    private static Threshold threshold(Integer permille) {
        return permille == null ? null : new Threshold(permille);
    }
}
