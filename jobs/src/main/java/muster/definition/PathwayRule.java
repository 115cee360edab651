package muster.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One dated rule of a pathway item (pathway 2, 3 and 5): which children have it, and on which days.
 *
 * @param rule permanent id, for example {@code MENB-2-NEW}
 * @param version raised by one whenever a date or age changes; stored with every state
 * @param bornFrom first birth date; null for no limit
 * @param bornTo last birth date; null for no limit
 * @param effectiveFrom first day on which the rule is in force; null for always
 * @param effectiveTo last such day; null while it is
 * @param eligible only for children with this eligibility; null for all
 * @param unless not for children with this eligibility; null for none
 * @param waitsFor blocked while the child has this eligibility; null for none
 * @param course course of vaccination whose doses fill it; null for other items
 * @param dose fewest counted doses of the course, the last of which fills it; null for other items
 * @param corrected whether ages are corrected for birth before 40 weeks
 * @param due from when it is owed
 * @param earliest before when nothing counts; null for no limit
 * @param target last day of the window it should fall in; null for none
 * @param amber and {@code red}: the failsafe raises and escalates; null for never
 * @param latest last day on which it can still be done; null for no limit
 * @param responsible role that owes it
 */
public record PathwayRule(
        String rule,
        int version,
        LocalDate bornFrom,
        LocalDate bornTo,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String eligible,
        String unless,
        String waitsFor,
        String course,
        Integer dose,
        boolean corrected,
        PathwayLimit due,
        PathwayLimit earliest,
        PathwayLimit target,
        PathwayLimit amber,
        PathwayLimit red,
        PathwayLimit latest,
        String responsible,
        String source,
        String confidence) {

    /** The days of a rule. */
    public enum Limit {
        DUE,
        EARLIEST,
        TARGET,
        AMBER,
        RED,
        LATEST
    }

    /** The days that the rule sets, in the order of {@link Limit}. */
    public Map<Limit, PathwayLimit> limits() {
        Map<Limit, PathwayLimit> limits = new EnumMap<>(Limit.class);
        limits.put(Limit.DUE, due);
        limits.put(Limit.EARLIEST, earliest);
        limits.put(Limit.TARGET, target);
        limits.put(Limit.AMBER, amber);
        limits.put(Limit.RED, red);
        limits.put(Limit.LATEST, latest);
        limits.values().removeIf(limit -> limit == null);
        return Collections.unmodifiableMap(limits);
    }
}
