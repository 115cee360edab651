package muster.publish.disclosure;

/**
 * The name of one count.
 *
 * @param series everything but the area: measure, period, attribution and breakdown value, joined as the caller likes
 * @param area the area counted
 */
public record CellKey(String series, AreaKey area) implements Comparable<CellKey> {
    @Override
    public int compareTo(CellKey other) {
        int byArea = area.compareTo(other.area);
        return byArea != 0 ? byArea : series.compareTo(other.series);
    }
}
