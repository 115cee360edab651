package muster.publish.commissioner;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import muster.definition.Ages;
import muster.definition.MeasureDefinition;
import muster.definition.MeasureDefinition.Anchor;
import muster.definition.MeasureDefinition.Cohort;
import muster.publish.statistics.Threshold;

/** What the outputs of one period need to know of the measures that configuration defines. */
public final class PublishedMeasures {
    private PublishedMeasures() {}

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
                            cohort(defined, period),
                            threshold(defined.acceptablePermille()),
                            threshold(defined.achievablePermille()),
                            defined.acceptablePermille() != null,
                            defined.position()));
        }
        return measures;
    }

    /**
     * The children a coverage measure counts in the period. Limits of birth dates that leave the period's children as they
     * are do not count, so that measures of one birthday share their denominator wherever it is the same by definition.
     */
    private static String cohort(MeasureDefinition defined, ReportPeriod period) {
        Cohort cohort = defined.cohort();
        if (cohort.anchor() != Anchor.BIRTHDAY_IN_PERIOD) {
            return "";
        }
        LocalDate from = cohort.bornFrom();
        LocalDate to = cohort.bornTo();
        boolean startsLater = from != null && Ages.ageReached(from, cohort.age()).isAfter(period.start());
        boolean endsEarlier = to != null && Ages.ageReached(to, cohort.age()).isBefore(period.end());
        return "%s %s %s %s"
                .formatted(cohort.anchor(), cohort.age(), startsLater ? from : "", endsEarlier ? to : "");
    }

    private static Threshold threshold(Integer permille) {
        return permille == null ? null : new Threshold(permille);
    }
}
