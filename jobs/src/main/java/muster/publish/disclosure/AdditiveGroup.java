package muster.publish.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * The sums of one area over its parts, one for each series that was counted for the area.
     *
     * @param cells every count of the release, unpublished parts included
     * @param total the whole area
     * @param parts the areas it is made of; those not counted in a series count as zero there
     */
    public static List<AdditiveGroup> ofAreas(Collection<CountCell> cells, AreaKey total, Set<AreaKey> parts) {
        Set<CellKey> counted = new TreeSet<>(cells.stream().map(CountCell::key).toList());
        return counted.stream()
                .filter(key -> key.area().equals(total))
                .map(key -> new AdditiveGroup(
                        "%s in %s %s".formatted(key.series(), total.type(), total.code()),
                        key,
                        parts.stream()
                                .map(part -> new CellKey(key.series(), part))
                                .filter(counted::contains)
                                .sorted()
                                .toList()))
                .toList();
    }
}
