package muster.feed.nems;

/**
 * Something doubtful in a message that is applied all the same.
 *
 * @param reasonCode code of rulings 3
 * @param field the landing column it is about, never its value
 */
public record NemsWarning(String reasonCode, String field) {}
