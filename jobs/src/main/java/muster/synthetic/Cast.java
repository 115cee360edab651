package muster.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who plays which story. Only children with a story of their own are held, so memory follows the rates, not the population.
 * Indexes 0 to {@code children - 1} are known before the first night; those who arrive follow, night by night.
 */
final class Cast {
    /** Faults that may begin on the second night as well; the others need a fact that lies weeks back. */
    private static final Set<StoryKind> MAY_BEGIN_LATER = Set.of(
            StoryKind.NO_GP,
            StoryKind.NO_HV,
            StoryKind.WRONG_HV,
            StoryKind.NO_CHIS,
            StoryKind.TWO_HV,
            StoryKind.TWO_CHIS,
            StoryKind.OLD_NUMBER,
            StoryKind.BORROWED_NUMBER,
            StoryKind.DEAD_ON_CASELOAD,
            StoryKind.DEAD_ON_CHIS,
            StoryKind.NO_SAMPLE,
            StoryKind.RESULT_MISSING,
            StoryKind.REPEAT_NOT_TAKEN,
            StoryKind.CYSTIC_FIBROSIS_UNTESTED,
            StoryKind.PART_NOT_EXAMINED,
            StoryKind.NO_INFANT_EXAMINATION,
            StoryKind.NO_NEW_BIRTH_VISIT,
            StoryKind.NO_REVIEW,
            StoryKind.NO_FIRST_DOSE,
            StoryKind.BCG_NOT_GIVEN);

    /** Faults that the sources never mend by themselves. */
    private static final Set<StoryKind> NEVER_MENDED = Set.of(
            StoryKind.BORROWED_NUMBER,
            StoryKind.STILLBORN_ON_CHIS,
            StoryKind.RESULT_MISSING,
            StoryKind.CYSTIC_FIBROSIS_UNTESTED,
            StoryKind.SCREEN_DECLINED,
            StoryKind.NO_FIRST_DOSE,
            StoryKind.DOSE_TOO_EARLY,
            StoryKind.BCG_BEFORE_RESULT);

    private static final int BEGIN_LATER = 2;
    private static final int MENDED = 3;

    private final Map<Integer, Part> parts = new HashMap<>();
    private final List<Part> arrivals = new ArrayList<>();
    private final Map<StoryKind, Integer> counts = new EnumMap<>(StoryKind.class);
    private final int children;
    private final int nights;

    Cast(SynthesisRequest request, Profile profile) {
        this.children = request.children();
        this.nights = request.nights();
        Dice dice = Dice.of(request.seed(), 0, "cast");
        profile.standing().forEach((kind, rate) -> {
            for (int i = 0; i < rate.of(children); i++) {
                assign(kind.exception() == null ? next(kind, 1, 0) : fault(kind), dice);
            }
        });
        for (int night = 1; night <= nights; night++) {
            castNight(night, profile, dice);
        }
    }

    Part of(int index) {
        return index < children ? parts.getOrDefault(index, Part.USUAL) : arrivals.get(index - children);
    }

    /** Who plays a story from among those known before the first night, by index. */
    SortedMap<Integer, Part> storied() {
        return new TreeMap<>(parts);
    }

    /** The child known before the first night who plays this part of a story. */
    int indexOf(StoryKind kind, int ordinal) {
        return parts.entrySet().stream()
                .filter(each ->
                        each.getValue().kind() == kind && each.getValue().ordinal() == ordinal)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no child plays " + kind.key() + " " + ordinal));
    }

    boolean plays(int index) {
        return parts.containsKey(index);
    }

    /** All people of all nights; who has not arrived yet is known to nobody. */
    int people() {
        return children + arrivals.size();
    }

    private void castNight(int night, Profile profile, Dice dice) {
        profile.eachNight().forEach((kind, rate) -> {
            for (int i = 0; i < rate.of(children); i++) {
                if (kind.arrives()) {
                    arrivals.add(next(kind, night, 0));
                } else if (night > 1) {
                    assign(next(kind, night, 0), dice);
                    if (kind == StoryKind.IDENTITY_CLOSED) {
                        arrivals.add(next(StoryKind.IDENTITY_NEW, night, 0));
                    }
                }
            }
        });
    }

    /** Faults by turns: stands from the first night, begins on the second, is mended on the third. */
    private Part fault(StoryKind kind) {
        int turn = counts.getOrDefault(kind, 0) % 3;
        if (turn == 1 && nights >= BEGIN_LATER && MAY_BEGIN_LATER.contains(kind)) {
            return next(kind, BEGIN_LATER, 0);
        }
        if (turn == 2 && nights >= MENDED && !NEVER_MENDED.contains(kind)) {
            return next(kind, 1, MENDED);
        }
        return next(kind, 1, 0);
    }

    private Part next(StoryKind kind, int from, int until) {
        return new Part(kind, counts.merge(kind, 1, Integer::sum) - 1, from, until);
    }

    private void assign(Part part, Dice dice) {
        if (parts.size() > children * 9 / 10) {
            throw new IllegalArgumentException(
                    "too many stories for " + children + " children; take more children or fewer nights");
        }
        int index = dice.between(0, children - 1);
        while (parts.putIfAbsent(index, part) != null) {
            index = dice.between(0, children - 1);
        }
    }
}
