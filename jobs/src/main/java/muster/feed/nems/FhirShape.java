package muster.feed.nems;

import java.util.Set;

/**
 * What no FHIR parser would take for a bundle, however well-formed it is: a resource that the standard does not have, an
 * entry whose place for one has none or several, an extension that has both a value and extensions of its own (its rule ext-1).
 *
 * <p>Elements that the standard does not know are nobody's business: no path leads to them.
 */
final class FhirShape {

    private static final String EXTENSION = "extension";

    private final Set<String> resourceTypes;

    /** @param resourceTypes names of the resources of the standard */
    FhirShape(Set<String> resourceTypes) {
        this.resourceTypes = resourceTypes;
    }

    /** True where an element and all in it can be part of a bundle; nested no deeper than {@link XmlGuard} lets it be. */
    boolean fits(Node element) {
        for (Node child : element.children()) {
            if (!mayStandIn(element, child) || !fits(child)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayStandIn(Node parent, Node child) {
        return switch (child.name()) {
            case "resource" -> !parent.name().equals("entry") || isOnlyPlace(parent, child) && holdsResources(child);
            case "contained" -> holdsResources(child);
            case EXTENSION, "modifierExtension" ->
                !child.choice("value").isPresent() || !child.child(EXTENSION).isPresent();
            default -> true;
        };
    }

    private static boolean isOnlyPlace(Node entry, Node place) {
        return place == entry.child("resource") && place.children().size() == 1;
    }

    private boolean holdsResources(Node place) {
        return place.children().stream().allMatch(resource -> resourceTypes.contains(resource.name()));
    }
}
