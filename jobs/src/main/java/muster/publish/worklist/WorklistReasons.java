package muster.publish.worklist;

import java.util.List;

/**
 * The choices that staff have, from configuration.
 *
 * @param responses what happened: puts a case to sleep
 * @param closures why a case may be closed by hand
 * @param calendar counts the working days of the limits
 */
public record WorklistReasons(List<Reason> responses, List<Reason> closures, WorkingDays calendar) {

    public WorklistReasons {
        responses = List.copyOf(responses);
        closures = List.copyOf(closures);
        if (responses.isEmpty() || closures.isEmpty()) {
            throw new IllegalArgumentException("A worklist needs at least one response and one closure reason");
        }
    }
}
