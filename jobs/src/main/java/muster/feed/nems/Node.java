package muster.feed.nems;

import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Extension;

/**
 * One element of a parsed message: a path through HAPI's structures that may be followed without looking at each step.
 *
 * <p>An absent element is {@link #NONE}, which has nothing. Where FHIR allows one element and a message repeats it, the
 * library keeps the first. Prints its name only (SG-14).
 */
final class Node {

    /** What an absent element is. */
    static final Node NONE = new Node(null);

    private final Base element;

    private Node(Base element) {
        this.element = element;
    }

    static Node of(Base element) {
        return element == null ? NONE : new Node(element);
    }

    /** Type of the element: of a resource, its name. */
    String name() {
        return element == null ? "" : element.fhirType();
    }

    /** Which extension it is; null for what is none. */
    String url() {
        return element instanceof Extension extension ? extension.getUrl() : null;
    }

    boolean isPresent() {
        return element != null;
    }

    /** The value as sent, cleaned; null where there is none. */
    String text() {
        return element != null && element.isPrimitive() ? Text.clean(element.primitiveValue()) : null;
    }

    /** The value of a child; null where there is none. */
    String text(String child) {
        return child(child).text();
    }

    /** The first child of that name; a value of several possible types is asked for with its type: {@code valueCode}. */
    Node child(String wanted) {
        Base[] found = property(wanted);
        return found.length > 0 ? of(found[0]) : typedChoice(wanted);
    }

    /** All children of that name in their order. */
    List<Node> all(String wanted) {
        return Arrays.stream(property(wanted)).map(Node::of).toList();
    }

    /** A value that may be of several types ({@code valueCode}, {@code valueQuantity}), whatever its type. */
    Node choice(String stem) {
        Base[] found = property(stem);
        return found.length > 0 ? of(found[0]) : NONE;
    }

    private Base[] property(String name) {
        Base[] found = element == null ? null : element.getProperty(name.hashCode(), name, false);
        return found == null ? new Base[0] : found;
    }

    /** {@code deceasedDateTime} is the child {@code deceased} where its type is dateTime. */
    private Node typedChoice(String wanted) {
        for (int i = 1; i < wanted.length(); i++) {
            if (Character.isUpperCase(wanted.charAt(i))) {
                Node choice = choice(wanted.substring(0, i));
                if (choice.name().equalsIgnoreCase(wanted.substring(i))) {
                    return choice;
                }
            }
        }
        return NONE;
    }

    @Override
    public String toString() {
        return name();
    }
}
