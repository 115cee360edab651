package muster.publish.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attack on our own release (reports 0.7 step 5, check R06): everything published and every sum that holds are
 * given to {@link LinearAttack}, and each hidden number that it can pin down is named.
 */
final class DisclosureCheck {
    private final DisclosureProfile profile;
    private final SuppressionState state;
    private LinearAttack attack;

    /** A hidden number that is not hidden well enough. */
    record Exposure(int cell, Family family) {}

    DisclosureCheck(DisclosureProfile profile, SuppressionState state) {
        this.profile = profile;
        this.state = state;
    }

    /** What a reader could work out; empty where the release is safe. */
    List<Exposure> exposures() {
        attack = new LinearAttack(2 * state.size() + state.denominators());
        for (int i = 0; i < state.size(); i++) {
            know(List.of(
                    term(i, Family.DENOMINATOR, 1), term(i, Family.NUMERATOR, -1), term(i, Family.COMPLEMENT, -1)));
        }
        for (int[] group : state.groups()) {
            for (Family family : Family.values()) {
                know(sum(group, family));
            }
        }
        attack.run();
        return exposed();
    }

    private List<Exposure> exposed() {
        List<Exposure> found = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            for (Family family : Family.values()) {
                if (family.isProtected(profile, state.cell(i)) && isExposed(i, family)) {
                    found.add(new Exposure(i, family));
                }
            }
        }
        return found;
    }

    /**
     * A count below the cut-off is safe only while it could be above the cut-off: hidden numbers start from 0, and two
     * that add up to 5 are both at most 5 (rulings 7). A denominator that is hidden for being too small for a rate is
     * safe while it is not known exactly.
     */
    private boolean isExposed(int cell, Family family) {
        if (!family.hidden(state, cell)) {
            return true;
        }
        int unknown = unknown(cell, family);
        boolean bounded = profile.isSmall(family.value(state.cell(cell))) && attack.upper(unknown) <= profile.cutOff();
        return bounded || attack.lower(unknown) == attack.upper(unknown);
    }

    private record Term(int cell, Family family, long factor) {}

    private static Term term(int cell, Family family, long factor) {
        return new Term(cell, family, factor);
    }

    private static List<Term> sum(int[] group, Family family) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            terms.add(term(group[i], family, i == 0 ? 1 : -1));
        }
        return terms;
    }

    /** Tells the reader that the terms add up to nought, with the shown ones as numbers. */
    private void know(List<Term> terms) {
        Map<Integer, Long> factors = new HashMap<>();
        long shown = 0;
        for (Term term : terms) {
            if (term.family().hidden(state, term.cell())) {
                factors.merge(unknown(term.cell(), term.family()), term.factor(), Long::sum);
            } else {
                shown += term.factor() * term.family().value(state.cell(term.cell()));
            }
        }
        factors.values().removeIf(factor -> factor == 0);
        attack.know(factors, -shown);
    }

    private int unknown(int cell, Family family) {
        return switch (family) {
            case NUMERATOR -> cell;
            case COMPLEMENT -> state.size() + cell;
            case DENOMINATOR -> 2 * state.size() + state.denominatorOf(cell);
        };
    }
}
