package muster.publish.disclosure;

/**
 * A count before disclosure control.
 *
 * @param key what is counted and where
 * @param cohort name of the group of children the denominator counts, shared by measures with the same denominator, so
 *     that a denominator hidden for one is hidden for all; empty where no other measure shares it
 * @param numerator children who have what the measure asks for, 0 to denominator
 * @param denominator children eligible
 * @param published false for a count that stands in no output but is part of a published sum, such as children whose
 *     practice is not stated: a reader can get at it by subtraction, so it is protected as well
 */
public record CountCell(CellKey key, String cohort, long numerator, long denominator, boolean published) {
    public CountCell {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("%s: numerator is outside 0 to denominator".formatted(key));
        }
    }

    /** A published count whose denominator no other measure shares. */
    public static CountCell of(CellKey key, long numerator, long denominator) {
        return new CountCell(key, "", numerator, denominator, true);
    }

    /**
     * A published plain number of children, such as the size of a bucket. It stands as a denominator of which nothing is
     * counted, so that it is shown or hidden whole; read it from the denominator.
     */
    public static CountCell ofChildren(CellKey key, long children) {
        return new CountCell(key, "", 0, children, true);
    }

    long complement() {
        return denominator - numerator;
    }

    CountCell at(AreaKey area) {
        return new CountCell(new CellKey(key.series(), area), cohort, numerator, denominator, published);
    }

    CountCell plus(CountCell other) {
        return new CountCell(
                key,
                cohort,
                Math.addExact(numerator, other.numerator),
                Math.addExact(denominator, other.denominator),
                published || other.published);
    }
}
