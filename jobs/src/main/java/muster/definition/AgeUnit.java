package muster.definition;

/** Units in which ages and intervals are written in {@code config/} and in the {@code definition} tables. */
public enum AgeUnit {
    DAYS,
    WEEKS,
    MONTHS,
    YEARS
}
