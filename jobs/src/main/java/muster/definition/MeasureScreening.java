package muster.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a measure of newborn screening asks of each baby (measures 3): a screen done by a limit.
 *
 * @param screen which screen
 * @param condition condition of the blood spot whose result counts; null for other screens
 * @param conclusive its statuses that conclude the screen; empty for other screens
 * @param limits until when it is in time; one, or one for each model of providers
 * @param models which model each provider follows; null where one limit holds for all
 * @param death which deaths take a baby out of the denominator
 * @param completeAfterDays so long after its end a period is still incomplete, because limits run on
 * @param recountedDays so long after its end a period is counted anew each night; then its figure stands
 */
public record MeasureScreening(
        Screen screen,
        String condition,
        List<String> conclusive,
        List<Limit> limits,
        Models models,
        Death death,
        int completeAfterDays,
        int recountedDays) {

    public MeasureScreening {
        conclusive = Lists.orEmpty(conclusive);
        limits = Lists.orEmpty(limits);
    }

    /** The newborn screens. */
    public enum Screen {
        BLOOD_SPOT,
        HEARING,
        EXAMINATION
    }

    /** How a provider screens hearing: before discharge from hospital, or later in the community (pathway 3.2). */
    public enum Model {
        HOSPITAL,
        COMMUNITY
    }

    /** Which deaths take a baby out: before an age, within the limit, before the screen was done, by the period's end. */
    public enum DeathRule {
        BEFORE_AGE,
        WITHIN_LIMIT,
        BEFORE_COMPLETION,
        BY_PERIOD_END
    }

    /**
     * The last day in time.
     *
     * @param model model of the provider; null for any
     * @param within age at birth or, for who moved in, time since notice of the move; inclusive
     * @param hours holds in its place where both times of day are known, inclusive; null where days alone count
     * @param corrected whether births before term are given the weeks they lack
     */
    public record Limit(Model model, Age within, Integer hours, boolean corrected, String source, String confidence) {}

    /**
     * Which model each provider follows.
     *
     * @param byDefault of providers that are not named (D: no feed tells)
     * @param providers those that are
     */
    public record Models(
            @JsonProperty("default") Model byDefault, List<Provider> providers, String source, String confidence) {
        public Models {
            providers = Lists.orEmpty(providers);
        }
    }

    /** One provider, by ODS code, and its model. */
    public record Provider(String provider, Model model) {}

    /**
     * Which deaths take a baby out of the denominator.
     *
     * @param age of {@code BEFORE_AGE}; null for others
     */
    public record Death(DeathRule takesOut, Age age, String source, String confidence) {}
}
