package muster.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One exception type of the failsafe catalogue (failsafe 6), from {@code config/exceptions}. The SQL file says how it
 * is found; this says everything else.
 *
 * @param id the permanent {@code FS-nnn} code
 * @param version raised by one whenever what the rule finds changes
 * @param effectiveFrom first business date of this version
 * @param title plain-English name, shown wherever the code is
 * @param whatIsMissing words of the worklist column "What is missing"
 * @param group heading of the catalogue
 * @param agency GP, HV or CHIS; null where the type belongs to none of them
 * @param grain what one case is about besides the child
 * @param severity base severity and what changes it
 * @param items pathway items that the rule watches, which its SQL joins; may be empty
 * @param parameters the rule's thresholds, which its SQL joins by name
 * @param clock own escalation clock; empty means the clock of the base severity
 * @param owner who acts
 * @param copiedTo roles informed besides; may be empty
 * @param whenRestricted whether the type stands for a restricted child (rulings 5)
 * @param afterDeath whether a formal death leaves the case open
 * @param national codes of the national alert; null where there is none
 * @param closesOn evidence that closes this very problem
 * @param withoutGeneral general closures that do not close this type
 * @param manualReasons closure reasons staff may give; empty means those marked default in the code list
 * @param introduction why it matters
 * @param recommendation what to do
 * @param facts facts the SELECT gives, name to kind, which the sentence may use
 * @param reasonSentence "Why it is on the list", with {facts} in braces
 * @param sources where the rule is written
 * @param confidence mark of the trigger
 * @param sql path of the SELECT below {@code sql/}
 */
public record ExceptionDefinition(
        String id,
        int version,
        LocalDate effectiveFrom,
        String title,
        String whatIsMissing,
        String group,
        Agency agency,
        Grain grain,
        Severity severity,
        List<String> items,
        List<Parameter> parameters,
        List<ClockLevel> clock,
        Owner owner,
        List<String> copiedTo,
        WhenRestricted whenRestricted,
        AfterDeath afterDeath,
        National national,
        List<Closure> closesOn,
        List<String> withoutGeneral,
        List<String> manualReasons,
        String introduction,
        String recommendation,
        Map<String, FactKind> facts,
        String reasonSentence,
        List<String> sources,
        String confidence,
        String sql) {

    public ExceptionDefinition {
        items = Lists.orEmpty(items);
        parameters = Lists.orEmpty(parameters);
        clock = Lists.orEmpty(clock);
        copiedTo = Lists.orEmpty(copiedTo);
        closesOn = Lists.orEmpty(closesOn);
        withoutGeneral = Lists.orEmpty(withoutGeneral);
        manualReasons = Lists.orEmpty(manualReasons);
        sources = Lists.orEmpty(sources);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        introduction = introduction.strip();
        recommendation = recommendation.strip();
        reasonSentence = reasonSentence.strip();
    }

    /** The three agencies every child should be under. */
    public enum Agency {
        GP,
        HV,
        CHIS
    }

    /** What the {@code element} of a finding is (design, clocks and keys). */
    public enum Grain {
        CHILD,
        AGENCY,
        ITEM,
        RECORD,
        SENDER
    }

    /** Whether a type is suppressed for a restricted child. */
    public enum WhenRestricted {
        SUPPRESSED,
        STANDS
    }

    /** What a formal death does to an open case. */
    public enum AfterDeath {
        CLOSES,
        STANDS
    }

    /** How a fact is printed in the sentence. */
    public enum FactKind {
        DATE,
        COUNT,
        TEXT,
        ORGANISATION,
        AGENCY
    }

    /** Which organisation of the child or finding owns the case; ITEM_OWNER: role and organisation that owe the item. */
    public enum OwnerOrganisation {
        EXPECTED_CHIS,
        EXPECTED_HV,
        HOLDER,
        ITEM_OWNER,
        SERVICE
    }

    /** Units of a parameter. */
    public enum ParameterUnit {
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS,
        TIMES,
        PERMILLE
    }

    /** Units of a clock. */
    public enum ClockUnit {
        CALENDAR,
        WORKING
    }

    /** Base severity 1 to 4 and, in order, what changes it; the lowest number that applies wins. */
    public record Severity(int base, List<Change> changes) {
        public Severity {
            changes = Lists.orEmpty(changes);
        }
    }

    /**
     * A severity that holds for some children only.
     *
     * @param to the severity
     * @param fromAge holds from this age on; null for none
     * @param beforeAge holds before this age is reached; null for none
     * @param alsoOpen holds while this other type is open for the child; null for none
     * @param itemState holds while the pathway item of the finding is in this state; null for none
     */
    public record Change(
            int to, Age fromAge, Age beforeAge, String alsoOpen, String itemState, String source, String confidence) {}

    /** One threshold of the rule; its SQL joins it by type code and name. */
    public record Parameter(String name, int value, ParameterUnit unit, String why, String source, String confidence) {}

    /**
     * One level of escalation: 1 service, 2 manager of the service, 3 service lead (failsafe 1.1).
     *
     * @param level 1 to 3
     * @param reachedAfter time after the raising from which the level holds
     * @param dueAfter time after the raising by which it must act
     */
    public record ClockLevel(int level, int reachedAfter, int dueAfter, ClockUnit unit) {}

    /**
     * Who acts.
     *
     * @param role of the code list {@code owner_role}
     * @param restrictedRole role for a restricted child; null for the same
     */
    public record Owner(String role, OwnerOrganisation organisation, String restrictedRole) {}

    /** Reason and action codes of the national alert, and its message (failsafe 1.1 and 1.2). */
    public record National(String reason, String action, String message) {}

    /** Evidence that closes the case, a SELECT in {@code sql/50_exception/evidence}, and the reason it gives. */
    public record Closure(String evidence, String reason) {}

    /** Whether the case is about a child at all (a register's own trouble is not). */
    public boolean concernsChild() {
        return grain != Grain.SENDER;
    }
}
