package muster.publish.commissioner;

/**
 * One row of "What needs action", as printed.
 *
 * @param action what is to be done
 * @param who who can do it
 * @param children for how many children, or a shorthand
 */
public record ActionRow(String action, String who, String children) {}
