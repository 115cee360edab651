package muster.feed.nems;

import java.util.ArrayList;
import java.util.List;

/**
 * One element of a message as {@link XmlGuard} let it through: its name, its value and its children in their order.
 *
 * <p>An absent element is {@link #NONE}, which has nothing, so that a path may be followed without looking at each step.
 * Where FHIR allows one element and a message repeats it, the first stands. Prints its name only (SG-14).
 */
final class Node {

    /** What an absent element is. */
    static final Node NONE = new Node("", null, null);

    private final String name;
    private final String value;
    private final String url;
    private List<Node> children = List.of();

    Node(String name, String value, String url) {
        this.name = name;
        this.value = value;
        this.url = url;
    }

    void add(Node child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Local name: of a resource, its type. */
    String name() {
        return name;
    }

    /** The attribute that says which extension it is; null elsewhere. */
    String url() {
        return url;
    }

    boolean isPresent() {
        return this != NONE;
    }

    /** The value as sent, cleaned; null where there is none. */
    String text() {
        return Text.clean(value);
    }

    /** The value of a child; null where there is none. */
    String text(String child) {
        return child(child).text();
    }

    /** The first child of that name. */
    Node child(String wanted) {
        for (Node child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return NONE;
    }

    /** The only child of a container such as {@code resource}: its first. */
    Node first() {
        return children.isEmpty() ? NONE : children.get(0);
    }

    /** All children of that name in their order. */
    List<Node> all(String wanted) {
        List<Node> found = new ArrayList<>(2);
        for (Node child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
        }
        return found;
    }

    /** A value that may be of several types ({@code valueCode}, {@code valueQuantity}): the child whose name begins so. */
    Node choice(String stem) {
        for (Node child : children) {
            if (child.name.length() > stem.length() && child.name.startsWith(stem)) {
                return child;
            }
        }
        return NONE;
    }

    @Override
    public String toString() {
        return name;
    }
}
