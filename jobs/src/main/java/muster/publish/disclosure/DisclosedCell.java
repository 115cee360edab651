package muster.publish.disclosure;

import java.util.OptionalLong;

/**
 * A count after disclosure control. A hidden number is not held here at all. A hidden numerator hides whatever would
 * give it back: percentage, limits, children needed, change, declined, other reasons and to follow up (rulings 7).
 *
 * @param key what is counted and where
 * @param numerator empty where hidden
 * @param denominator empty where hidden; then the numerator is hidden too
 */
public record DisclosedCell(CellKey key, OptionalLong numerator, OptionalLong denominator) {
    /** True where anything of the cell is hidden. */
    public boolean isHidden() {
        return numerator.isEmpty();
    }
}
