package muster.synthetic;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Marked children: everything that could identify one is a text that occurs nowhere else, so that a search of outputs, logs and
 * files finds whatever leaks ({@code reliability.md} SG-30). They live the lives of the children they stand for.
 */
final class Canaries {
    /** Why the child is marked. */
    enum Kind {
        NONE,
        RESTRICTED,
        DECEASED,
        MERGED,
        CROSS_BORDER,
        LEFT_ENGLAND,
        TWIN,
        FORMULA,
        MARKUP,
        LOOKED_AFTER,
        OPTED_OUT,
        ORDINARY
    }

    private static final Map<StoryKind, Kind> OF_STORY = Map.of(
            StoryKind.RESTRICTED, Kind.RESTRICTED,
            StoryKind.DIED_BEFORE, Kind.DECEASED,
            StoryKind.NEW_NUMBER_EVERYWHERE, Kind.MERGED,
            StoryKind.CROSS_BORDER, Kind.CROSS_BORDER,
            StoryKind.LEFT_ENGLAND, Kind.LEFT_ENGLAND);

    private static final Kind[] BY_TURNS = {Kind.FORMULA, Kind.MARKUP, Kind.LOOKED_AFTER, Kind.OPTED_OUT, Kind.ORDINARY
    };
    private static final Set<Kind> NAMED_OTHERWISE = EnumSet.of(Kind.FORMULA, Kind.MARKUP);
    private static final int MOST_OF_A_STORY = 6;
    private static final int TWIN_PAIRS = 3;
    private static final int LETTERS = 26;

    private record Mark(Kind kind, String code) {}

    private static final Mark NONE = new Mark(Kind.NONE, "");

    private final Map<Integer, Mark> marks = new HashMap<>();

    /** Marks as many as the profile says, by their indexes. */
    static Canaries of(int wanted, int children, Cast cast, People people) {
        Canaries canaries = new Canaries();
        if (wanted > 0) {
            cast.storied().forEach((index, part) -> {
                Kind kind = OF_STORY.get(part.kind());
                if (kind != null && part.ordinal() < MOST_OF_A_STORY && index < children) {
                    canaries.mark(index, kind);
                }
            });
        }
        for (int second = 1, pairs = 0; second < children && pairs < TWIN_PAIRS && wanted > 0; second += 2) {
            if (people.isSecondTwin(second)) {
                canaries.mark(second - 1, Kind.TWIN);
                canaries.mark(second, Kind.TWIN);
                pairs++;
            }
        }
        for (int index = 0; index < children && canaries.marks.size() < wanted; index++) {
            if (!cast.plays(index) && !canaries.marks.containsKey(index)) {
                canaries.mark(index, BY_TURNS[canaries.marks.size() % BY_TURNS.length]);
            }
        }
        return canaries;
    }

    private void mark(int index, Kind kind) {
        int ordinal = marks.size();
        String code = "Q" + (char) ('a' + ordinal / LETTERS % LETTERS) + (char) ('a' + ordinal % LETTERS);
        marks.put(index, new Mark(kind, code));
    }

    Kind kind(int index) {
        return marks.getOrDefault(index, NONE).kind();
    }

    String family(int index, String usual) {
        Mark mark = marks.getOrDefault(index, NONE);
        return switch (mark.kind()) {
            case NONE -> usual;
            case FORMULA -> "=HYPERLINK(" + mark.code() + "fam)";
            case MARKUP -> "<b>" + mark.code() + "fam</b>";
            default -> mark.code() + "canaryfam";
        };
    }

    /** Twins differ in the first three letters, as all twins here do. */
    String given(int index, String usual) {
        Mark mark = marks.getOrDefault(index, NONE);
        if (mark == NONE) {
            return usual;
        }
        String plain = mark.code() + "canarygiven";
        if (!NAMED_OTHERWISE.contains(mark.kind())) {
            return plain;
        }
        return mark.kind() == Kind.FORMULA ? "+" + plain : "<i>" + plain;
    }

    String street(int index, String usual) {
        Mark mark = marks.getOrDefault(index, NONE);
        return mark == NONE ? usual : mark.code() + "canary Street";
    }
}
