package muster.publish.commissioner;

/**
 * A paragraph about the figures.
 *
 * @param heading what it is about
 * @param text the paragraph
 */
public record Note(String heading, String text) {}
