package muster.feed.nems;

import java.util.List;

/**
 * What became of one NEMS message: an event to apply, a refusal with its reasons, or an event this version knows and
 * leaves alone. No variant prints personal data.
 */
public sealed interface NemsResult permits NemsEvent, NemsResult.Refusal, NemsResult.Unhandled {

    /**
     * The message is not applied to anybody.
     *
     * @param reasonCodes codes of rulings 3, the deciding one first, never empty
     * @param field the landing column (see {@link NemsRows}) the deciding reason is about; empty when it concerns the
     *     whole message
     */
    record Refusal(List<String> reasonCodes, String field) implements NemsResult {
        public Refusal {
            reasonCodes = List.copyOf(reasonCodes);
        }

        static Refusal of(String reasonCode, String field) {
            return new Refusal(List.of(reasonCode), field);
        }

        static Refusal of(String reasonCode) {
            return of(reasonCode, "");
        }
    }

    /**
     * An event of the standard that is recognised but not applied (intake outcome SKIPPED, EVENT_IGNORED).
     *
     * @param eventCode the event's code as configured, for instance {@code vaccinations-1}
     */
    record Unhandled(String eventCode) implements NemsResult {}
}
