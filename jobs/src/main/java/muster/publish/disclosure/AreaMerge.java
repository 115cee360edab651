package muster.publish.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Two areas published as one because the first is too small to stand alone.
 *
 * @param areaType area type both belong to
 * @param from code of the area that is no longer shown by itself
 * @param into code under which the sum is shown
 * @param name name of the sum
 * @param source where the custom comes from
 */
public record AreaMerge(
        @JsonProperty("area_type") String areaType, String from, String into, String name, String source) {
    AreaKey target() {
        return new AreaKey(areaType, into);
    }

    boolean moves(AreaKey area) {
        return area.type().equals(areaType) && area.code().equals(from);
    }
}
