package muster.publish.run;

/**
 * One step of the night.
 *
 * @param name begins with its stage, for example {@code cohort.custody}
 * @param seconds how long it took
 * @param rows rows it wrote
 */
public record StepLine(String name, double seconds, long rows) {}
