package muster.publish.run;

/**
 * Rows of one feed refused for one reason.
 *
 * @param feed the feed
 * @param reasonCode code of the reason
 * @param words the reason in plain words
 * @param rows how many rows
 */
public record RejectLine(String feed, String reasonCode, String words, long rows) {}
