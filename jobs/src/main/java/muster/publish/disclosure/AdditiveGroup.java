package muster.publish.disclosure;

import java.util.List;

/**
 * A sum a reader can do: the parts add up to the total, in numerator and in denominator. One cell may stand in several
 * groups, for instance as a part of its region and as the total of its practices. Cells of different attribution (REG
 * and RESP) are different views and form no group (rulings 7).
 *
 * @param id name used in messages
 * @param total the cell whose counts are the sum
 * @param parts every non-zero part, published or not; an absent part counts as zero
 */
public record AdditiveGroup(String id, CellKey total, List<CellKey> parts) {
    public AdditiveGroup {
        parts = List.copyOf(parts);
        if (parts.contains(total)) {
            throw new IllegalArgumentException(id + ": the total is one of its own parts");
        }
    }
}
