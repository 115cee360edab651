package muster.definition;

import java.util.List;

/** An absent list in a definition is an empty one. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
