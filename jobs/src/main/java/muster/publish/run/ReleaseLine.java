package muster.publish.run;

/**
 * A held file, or all that a feed held, let through by a person (rulings 2, SG-36).
 *
 * @param feed the feed
 * @param file the file; empty for all that the feed held
 * @param releasedBy who
 * @param reason why
 */
public record ReleaseLine(String feed, String file, String releasedBy, String reason) {}
