package muster.publish.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one release tier, as {@code config/disclosure/*.yaml} states them (reports 0.7). An output names its
 * profile in configuration; no output invents its own.
 *
 * @param profile name of the profile
 * @param version raised with every change of meaning
 * @param tier T1 direct care, T2 closed to named commissioners, T3 open to anyone
 * @param suppression whether anything is hidden at all
 * @param cutOff counts from 1 to one less than this are hidden
 * @param minimumDenominator a denominator from 1 to one less than this hides the whole row; 0 for no such rule
 * @param maximumRounds how often secondary suppression may go round before the release fails
 * @param merges areas published together, applied before anything is hidden
 * @param source where the rule comes from
 */
public record DisclosureProfile(
        String profile,
        int version,
        String tier,
        boolean suppression,
        @JsonProperty("cut_off") int cutOff,
        @JsonProperty("minimum_denominator") int minimumDenominator,
        @JsonProperty("maximum_rounds") int maximumRounds,
        List<AreaMerge> merges,
        String source) {
    public DisclosureProfile {
        merges = merges == null ? List.of() : List.copyOf(merges);
        if (suppression && (cutOff < 2 || minimumDenominator < 0 || maximumRounds < 1)) {
            throw new IllegalArgumentException(
                    "disclosure profile %s: cut_off is at least 2, maximum_rounds at least 1".formatted(profile));
        }
    }

    /** The profile held by a parsed YAML file that its schema has accepted. */
    public static DisclosureProfile from(Map<String, ?> yaml) {
        return new ObjectMapper().convertValue(yaml, DisclosureProfile.class);
    }

    /** The area a count of {@code area} is published under: itself, unless a merge moves it. */
    public AreaKey publishedAs(AreaKey area) {
        return merges.stream()
                .filter(merge -> merge.moves(area))
                .map(AreaMerge::target)
                .findFirst()
                .orElse(area);
    }

    /** The name of a merged area; empty for an area that no merge touches. */
    public Optional<String> mergedName(AreaKey area) {
        return merges.stream()
                .filter(merge -> merge.target().equals(area))
                .map(AreaMerge::name)
                .findFirst();
    }

    /** True for a count of children that must not be known. */
    boolean isSmall(long count) {
        return suppression && count >= 1 && count < cutOff;
    }

    /** True for a number of eligible children too small for its row to be shown. */
    boolean isSmallDenominator(long denominator) {
        return suppression && denominator >= 1 && denominator < Math.max(cutOff, minimumDenominator);
    }
}
