/**
 * Disclosure control: decides which counts may be shown to which reader, so that no child can be recognised from a
 * published number nor from the difference between two of them (reports 0.7, rulings 7).
 *
 * <p>Counts come in as {@link muster.publish.disclosure.CountCell}s with the sums that hold between them
 * ({@link muster.publish.disclosure.AdditiveGroup}); {@link muster.publish.disclosure.DisclosureControl} hides what the
 * {@link muster.publish.disclosure.DisclosureProfile} asks for and then attacks its own result. What comes out is a
 * {@link muster.publish.disclosure.DisclosedTable} that no longer holds the hidden numbers, and only that may reach a
 * template or a file.
 */
package muster.publish.disclosure;
