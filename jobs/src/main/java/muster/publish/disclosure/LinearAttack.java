package muster.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a patient reader can work out from published sums: a lower and an upper bound for each hidden whole number, all
 * of them 0 or more. The equations are first solved against each other as far as they go, then every bound is tightened
 * through every equation until nothing moves.
 */
final class LinearAttack {
    /** Stands for "no upper bound". */
    static final long UNBOUNDED = Long.MAX_VALUE;

    /** Far above what any release needs; a system that has not settled by then is treated as unsafe. */
    private static final int MOST_SWEEPS = 10_000;

    private final List<Equation> equations = new ArrayList<>();
    private final long[] lower;
    private final long[] upper;

    /** One equation: the sum of factor times unknown is the constant. */
    private record Equation(TreeMap<Integer, Long> factors, long constant) {}

    LinearAttack(int unknowns) {
        lower = new long[unknowns];
        upper = new long[unknowns];
        Arrays.fill(upper, UNBOUNDED);
    }

    /** Adds what a reader knows: the sum of factor times unknown equals the constant. */
    void know(Map<Integer, Long> factors, long constant) {
        if (!factors.isEmpty()) {
            equations.add(new Equation(new TreeMap<>(factors), constant));
        }
    }

    /** Works out the bounds. */
    void run() {
        equations.addAll(solved());
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean moved = false;
            for (Equation equation : equations) {
                moved |= tighten(equation);
            }
            if (!moved) {
                return;
            }
        }
        throw new DisclosureException("the disclosure check did not come to an end, so nothing is released");
    }

    long lower(int unknown) {
        return lower[unknown];
    }

    long upper(int unknown) {
        return upper[unknown];
    }

    /** The equations in reduced form: each leading unknown stands in one of them only. */
    private List<Equation> solved() {
        Map<Integer, Equation> leading = new TreeMap<>();
        for (Equation equation : equations) {
            Equation rest = equation;
            for (Map.Entry<Integer, Equation> pivot : leading.entrySet()) {
                rest = without(rest, pivot.getKey(), pivot.getValue());
            }
            if (rest.factors().isEmpty()) {
                continue;
            }
            int lead = rest.factors().firstKey();
            Equation added = rest;
            leading.replaceAll((unknown, older) -> without(older, lead, added));
            leading.put(lead, added);
        }
        return List.copyOf(leading.values());
    }

    private static Equation without(Equation equation, int unknown, Equation pivot) {
        Long factor = equation.factors().get(unknown);
        if (factor == null) {
            return equation;
        }
        long pivotFactor = pivot.factors().get(unknown);
        TreeMap<Integer, Long> factors = new TreeMap<>();
        equation.factors().forEach((i, f) -> factors.put(i, Math.multiplyExact(f, pivotFactor)));
        pivot.factors().forEach((i, f) -> factors.merge(i, -Math.multiplyExact(f, factor), Math::addExact));
        factors.values().removeIf(f -> f == 0);
        long constant = Math.subtractExact(
                Math.multiplyExact(equation.constant(), pivotFactor), Math.multiplyExact(pivot.constant(), factor));
        return inLowestTerms(factors, constant);
    }

    private static Equation inLowestTerms(TreeMap<Integer, Long> factors, long constant) {
        long divisor = Math.abs(constant);
        for (long factor : factors.values()) {
            divisor = gcd(divisor, Math.abs(factor));
        }
        if (divisor > 1) {
            long by = divisor;
            factors.replaceAll((i, f) -> f / by);
            return new Equation(factors, constant / by);
        }
        return new Equation(factors, constant);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Bounds each unknown by what the others leave for it; true where a bound moved. */
    private boolean tighten(Equation equation) {
        Range all = new Range();
        equation.factors().forEach((i, f) -> all.add(f, lower[i], upper[i]));
        boolean moved = false;
        for (Map.Entry<Integer, Long> term : equation.factors().entrySet()) {
            int i = term.getKey();
            long factor = term.getValue();
            Range rest = all.without(factor, lower[i], upper[i]);
            // factor × unknown lies between constant − rest.most and constant − rest.least.
            long low = rest.mostIsInfinite() ? -1 : equation.constant() - rest.most();
            long high = rest.leastIsInfinite() ? -1 : equation.constant() - rest.least();
            moved |= factor > 0
                    ? narrow(i, !rest.mostIsInfinite(), ceil(low, factor), !rest.leastIsInfinite(), floor(high, factor))
                    : narrow(
                            i, !rest.leastIsInfinite(), ceil(high, factor), !rest.mostIsInfinite(), floor(low, factor));
        }
        return moved;
    }

    private boolean narrow(int unknown, boolean hasLow, long low, boolean hasHigh, long high) {
        boolean moved = false;
        if (hasLow && low > lower[unknown]) {
            lower[unknown] = low;
            moved = true;
        }
        if (hasHigh && high < upper[unknown]) {
            upper[unknown] = high;
            moved = true;
        }
        if (lower[unknown] > upper[unknown]) {
            throw new DisclosureException("published sums contradict each other, so nothing is released");
        }
        return moved;
    }

    private static long floor(long value, long factor) {
        return Math.floorDiv(value, factor);
    }

    private static long ceil(long value, long factor) {
        return -Math.floorDiv(-value, factor);
    }

    /** The least and the most a sum of terms can be, counting the terms without a bound. */
    private static final class Range {
        private long least;
        private long most;
        private int leastInfinite;
        private int mostInfinite;

        void add(long factor, long low, long high) {
            change(factor, low, high, 1);
        }

        Range without(long factor, long low, long high) {
            Range copy = new Range();
            copy.least = least;
            copy.most = most;
            copy.leastInfinite = leastInfinite;
            copy.mostInfinite = mostInfinite;
            copy.change(factor, low, high, -1);
            return copy;
        }

        private void change(long factor, long low, long high, int sign) {
            boolean open = high == UNBOUNDED;
            long atLow = Math.multiplyExact(factor, low) * sign;
            long atHigh = open ? 0 : Math.multiplyExact(factor, high) * sign;
            if (factor > 0) {
                least = Math.addExact(least, atLow);
                most = Math.addExact(most, atHigh);
                mostInfinite += open ? sign : 0;
            } else {
                least = Math.addExact(least, atHigh);
                most = Math.addExact(most, atLow);
                leastInfinite += open ? sign : 0;
            }
        }

        boolean leastIsInfinite() {
            return leastInfinite > 0;
        }

        boolean mostIsInfinite() {
            return mostInfinite > 0;
        }

        long least() {
            return least;
        }

        long most() {
            return most;
        }
    }
}
