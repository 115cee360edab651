package muster.feed.nems;

import java.util.ArrayList;
import java.util.List;

/**
 * One element of a message as it was sent: its local name, its {@code value}, its {@code url} and its children in their
 * order. Only {@link XmlGuard} builds one, while it reads; from then on nothing changes it.
 *
 * <p>An absent element is {@link #NONE}, which has nothing, so that paths may be followed without looking at each step.
 * Where FHIR allows one element and a message repeats it, the first is taken. Prints its name only (SG-14).
 */
final class Node {

    /** What an absent element is. */
    static final Node NONE = new Node("", null, null);

    private final String name;
    private final String value;
    private final String url;
    private List<Node> children = List.of();

    /** An element that has no children yet. */
    Node(String name, String value, String url) {
        this.name = name;
        this.value = value;
        this.url = url;
    }

    /** Puts an element behind the children there are, while the message is being read. */
    void add(Node child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Local name of the element: of a resource, its type. */
    String name() {
        return name;
    }

    /** Which extension it is; null for what is none. */
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

    /** All children in their order. */
    List<Node> children() {
        return children;
    }

    /** The first child of that name; a value of several possible types has its type in its name: {@code valueCode}. */
    Node child(String wanted) {
        for (Node child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return NONE;
    }

    /** All children of that name in their order. */
    List<Node> all(String wanted) {
        List<Node> found = List.of();
        for (Node child : children) {
            if (child.name.equals(wanted)) {
                found = found.isEmpty() ? new ArrayList<>(children.size()) : found;
                found.add(child);
            }
        }
        return found;
    }

    /** The first value that may be of several types ({@code valueCode}, {@code valueQuantity}), whatever its type. */
    Node choice(String stem) {
        for (Node child : children) {
            if (child.name.startsWith(stem)
                    && child.name.length() > stem.length()
                    && Character.isUpperCase(child.name.charAt(stem.length()))) {
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
