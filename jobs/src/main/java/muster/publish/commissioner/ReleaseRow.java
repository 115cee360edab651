package muster.publish.commissioner;

import muster.publish.disclosure.AreaKey;

/**
 * One count from which a release is made, before disclosure control: a row of {@code publish.area_measure}.
 *
 * @param attribution REG, RES or RESP
 * @param area the area, or for a part the area whose children it counts; a part may have an empty code or NOT_STATED
 * @param within the area above, of whose counts this row is a part; null for a whole area
 * @param name name of a whole area; null for a part
 * @param measureId the measure
 * @param measureVersion version of its definition
 * @param open whether the row belongs to the open file as well
 * @param availability whether there are counts
 * @param numerator children covered
 * @param denominator children eligible
 */
public record ReleaseRow(
        String attribution,
        AreaKey area,
        AreaKey within,
        String name,
        String measureId,
        int measureVersion,
        boolean open,
        Availability availability,
        long numerator,
        long denominator) {

    boolean isWhole() {
        return within == null;
    }
}
