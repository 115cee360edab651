package muster.definition;

import java.time.LocalDate;
import java.util.List;

/**
 * One published measure (measures 0 rule 1: a measure is a row, not a class), from {@code config/measures}.
 *
 * @param id permanent, also the indicator of the open data
 * @param version raised by one whenever the figure's meaning changes
 * @param name the same, letter for letter, in PDF, workbook and CSV (rulings 7)
 * @param family COVER, POP-CARE or SCREENING
 * @param inReport whether the commissioner report and the open data carry it; the export carries every measure
 * @param periods period types for which it is published
 * @param cohort which children are counted
 * @param areas attribution and the area types published under it
 * @param doses numerator of a vaccination measure; null for others
 * @param custody numerator and denominator of a care measure; null for others
 * @param screening what a measure of newborn screening asks; null for others
 * @param acceptable and {@code achievable}: thresholds in permille; null for none
 * @param higherIsBetter direction
 * @param breakdown code list of the breakdown; null for none
 */
public record MeasureDefinition(
        String id,
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String name,
        String family,
        Boolean inReport,
        int position,
        List<PeriodType> periods,
        Cohort cohort,
        List<Attributed> areas,
        Doses doses,
        Custody custody,
        MeasureScreening screening,
        Integer acceptablePermille,
        Integer achievablePermille,
        boolean higherIsBetter,
        String breakdown,
        String numeratorWords,
        String denominatorWords,
        List<String> sources,
        String confidence) {

    public MeasureDefinition {
        inReport = inReport == null || inReport;
        periods = Lists.orEmpty(periods);
        areas = Lists.orEmpty(areas);
        sources = Lists.orEmpty(sources);
        numeratorWords = numeratorWords.strip();
        denominatorWords = denominatorWords.strip();
    }

    /** Financial quarters and years (measures 0.2). */
    public enum PeriodType {
        QUARTER,
        YEAR
    }

    /** Views of a population, never mixed in one table (measures 0 rule 8). */
    public enum Attribution {
        REG,
        RES,
        RESP
    }

    /** What puts a child into the period. */
    public enum Anchor {
        BIRTHDAY_IN_PERIOD,
        PERIOD_END,
        BORN_IN_PERIOD,
        MOVED_IN_IN_PERIOD
    }

    /**
     * Which children are counted.
     *
     * @param anchor reaching {@code age} in the period, standing in the cohort at its end, born in it, or come in it under
     *     the responsibility of a board
     * @param age of the anchor birthday; null for other anchors
     * @param bornFrom first birth date to which the measure applies; null for no limit
     * @param bornTo last such birth date; null for no limit
     * @param fromAge and {@code beforeAge}: ages counted at period end, or on the day of the move; null for no limit
     */
    public record Cohort(
            Anchor anchor,
            Age age,
            LocalDate bornFrom,
            LocalDate bornTo,
            Age fromAge,
            Age beforeAge,
            String source,
            String confidence) {}

    /** Area types published under one attribution. */
    public record Attributed(Attribution attribution, List<String> types) {
        public Attributed {
            types = Lists.orEmpty(types);
        }
    }

    /**
     * Doses that make the numerator, given on or before the anchor birthday. Doses of the programmes are numbered by
     * date, those before {@code countedFrom} left out; each required dose must be met by one of that number or later.
     *
     * @param programmes of the code list {@code programme}; doses of any of them count
     * @param countedFrom age before which a dose is not counted at all; null for none
     * @param required what the numbered doses must meet
     */
    public record Doses(List<String> programmes, Age countedFrom, List<Required> required) {
        public Doses {
            programmes = Lists.orEmpty(programmes);
            required = Lists.orEmpty(required);
        }
    }

    /**
     * One required dose.
     *
     * @param dose its number among the counted ones, from 1
     * @param fromAge age on or after which it must be given; null for none
     * @param intervalDays fewest days since the counted dose before it; null for none
     */
    public record Required(int dose, Age fromAge, Integer intervalDays) {}

    /** Custody states (contract 5) of one agency that put a child into the denominator and the numerator. */
    public record Custody(ExceptionDefinition.Agency agency, List<String> counted, List<String> underCare) {
        public Custody {
            counted = Lists.orEmpty(counted);
            underCare = Lists.orEmpty(underCare);
        }
    }
}
