package muster.publish.run;

/**
 * No child is lost: those known are those accounted for by bucket.
 *
 * @param ok whether the two are equal after every stage
 * @param in children known
 * @param accounted children in exactly one bucket
 */
public record Conservation(boolean ok, long in, long accounted) {}
