package muster.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how often each level of each field stands between two records of one child, from pairs of which nobody knows
 * whether they are: the EM of Fellegi and Sunter, over counts of patterns. How often a level stands between two different
 * children is given and stays as it is, so that the estimate cannot drift to another reading of the two classes.
 */
final class ExpectationMaximisation {

    /** What a field says when one side lacks it: nothing. */
    static final String MISSING = "MISSING";

    private static final int MOST_ROUNDS = 500;
    private static final double STILL = 1e-9;
    private static final double HALF_A_PAIR = 0.5;
    private static final double FIRST_GUESS_OF_MATCHES = 0.3;

    /**
     * Pairs that look alike.
     *
     * @param levels level of each field, in the order of the fields
     * @param pairs how many
     */
    record Pattern(List<String> levels, long pairs) {}

    /**
     * The estimate.
     *
     * @param m for each field and level its share among pairs of one child; the levels of a field sum to 1
     * @param matches share of the pairs that are of one child
     */
    record Estimate(List<Map<String, Double>> m, double matches) {}

    private final List<Pattern> patterns;
    private final List<Map<String, Double>> u;
    private final List<Map<String, Double>> start;

    /**
     * Makes an estimation.
     *
     * @param u for each field the share of each level among pairs of different children
     * @param start for each field a first guess of m
     */
    ExpectationMaximisation(List<Pattern> patterns, List<Map<String, Double>> u, List<Map<String, Double>> start) {
        this.patterns = patterns;
        this.u = u;
        this.start = start;
    }

    /** Expects and maximises until nothing moves. */
    Estimate run() {
        Estimate held = new Estimate(start, FIRST_GUESS_OF_MATCHES);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Estimate next = maximised(held);
            double moved = Math.abs(next.matches() - held.matches());
            held = next;
            if (moved < STILL) {
                break;
            }
        }
        return held;
    }

    private Estimate maximised(Estimate held) {
        List<Map<String, Double>> sums = new ArrayList<>();
        u.forEach(levels -> {
            Map<String, Double> sum = new LinkedHashMap<>();
            levels.keySet().forEach(level -> sum.put(level, HALF_A_PAIR));
            sums.add(sum);
        });
        double matches = 0;
        double pairs = 0;
        for (Pattern pattern : patterns) {
            double expected = pattern.pairs() * posterior(pattern, held);
            matches += expected;
            pairs += pattern.pairs();
            for (int i = 0; i < sums.size(); i++) {
                sums.get(i).computeIfPresent(pattern.levels().get(i), (level, sum) -> sum + expected);
            }
        }
        sums.forEach(ExpectationMaximisation::toShares);
        return new Estimate(sums, matches / pairs);
    }

    private double posterior(Pattern pattern, Estimate held) {
        double odds = held.matches() / (1 - held.matches());
        for (int i = 0; i < u.size(); i++) {
            String level = pattern.levels().get(i);
            if (u.get(i).containsKey(level)) {
                odds *= held.m().get(i).get(level) / u.get(i).get(level);
            }
        }
        return odds / (1 + odds);
    }

    private static void toShares(Map<String, Double> sums) {
        double total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        sums.replaceAll((level, sum) -> sum / total);
    }
}
