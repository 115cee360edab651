package muster.publish.disclosure;

/**
 * An area a count is about.
 *
 * @param type area type in the words of the measures export: PRACTICE, PCN, SICBL, ICB, LA, REGION, PROVIDER, ENGLAND
 * @param code its code; GSS for an authority and England, ODS elsewhere
 */
public record AreaKey(String type, String code) implements Comparable<AreaKey> {
    @Override
    public int compareTo(AreaKey other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : type.compareTo(other.type);
    }
}
