package muster.publish.commissioner;

/**
 * One of the large numbers of page 1, as printed.
 *
 * @param label what is counted, in plain words
 * @param value the number, or its shorthand
 * @param detail of how many
 */
public record HeadlineCount(String label, String value, String detail) {}
