package muster.definition;

import java.util.List;

/**
 * What is owed to children, from before birth to 19 (pathway 2): a contact, a screen, a vaccination slot, a school
 * programme. From {@code config/pathway/pathway.yaml}.
 *
 * @param item permanent code, for example {@code VAC-12W-MENB} (rulings 4)
 * @param title name on lists
 * @param what what it is, in a sentence for the handbook
 * @param tracked whether children have a state of it; never null, true where the file does not say
 * @param whyNotTracked why not; null where they have
 * @param older what it is to children born before its first rule
 * @param bySchoolYear whether the birth dates of its rules stand for school years, so that a child taught out of its year has the
 *     rule of those it is taught with; never null, false where the file does not say
 * @param rules which children have it and when
 */
public record PathwayItem(
        String item,
        String title,
        String what,
        Type type,
        Boolean tracked,
        String whyNotTracked,
        Older older,
        Boolean bySchoolYear,
        List<PathwayRule> rules) {

    /** Kinds of item. */
    public enum Type {
        HV,
        SCR,
        VAC,
        SCH,
        REV
    }

    /** What an item is to children born before its first rule. */
    public enum Older {
        NOT_HELD,
        NOT_APPLICABLE
    }

    /** Whether a child taught out of its year has other days of it, or another rule, than by its birth date. */
    public boolean goesBySchoolYear() {
        return bySchoolYear
                || rules.stream()
                        .flatMap(rule -> rule.limits().values().stream())
                        .anyMatch(limit -> limit.anchor() == PathwayLimit.Anchor.SCHOOL_YEAR);
    }

    public PathwayItem {
        tracked = tracked == null || tracked;
        bySchoolYear = bySchoolYear != null && bySchoolYear;
        rules = Lists.orEmpty(rules);
    }
}
