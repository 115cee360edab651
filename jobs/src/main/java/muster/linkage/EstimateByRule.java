package muster.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.linkage.ExpectationMaximisation.Estimate;
import muster.linkage.ExpectationMaximisation.Pattern;

/**
 * Estimates of several blocking rules put together. The pairs of a rule agree in what it demands whether they are of one child
 * or not, so each rule speaks only of the other fields; a field's estimate is the mean over its rules, each by the number of
 * pairs of one child that it saw.
 */
final class EstimateByRule {

    private final List<String> fields;
    private final List<Map<String, Double>> u;
    private final List<Map<String, Double>> start;
    private final List<Map<String, Double>> sums = new ArrayList<>();
    private final double[] weights;
    private long pairs;

    /**
     * Makes an empty estimate.
     *
     * @param fields in the order in which patterns have their levels
     * @param u for each field the share of each level among pairs of different children
     * @param start for each field a first guess of m
     */
    EstimateByRule(List<String> fields, List<Map<String, Double>> u, List<Map<String, Double>> start) {
        this.fields = fields;
        this.u = u;
        this.start = start;
        this.weights = new double[fields.size()];
        fields.forEach(field -> sums.add(new LinkedHashMap<>()));
    }

    /** Takes the pairs of one rule, from which it estimates the named fields. */
    void add(List<Pattern> patterns, List<String> estimated) {
        long held = patterns.stream().mapToLong(Pattern::pairs).sum();
        if (held == 0) {
            return;
        }
        pairs += held;
        List<Integer> places = estimated.stream().map(this::place).toList();
        Estimate estimate = new ExpectationMaximisation(
                        patterns.stream()
                                .map(pattern -> new Pattern(
                                        places.stream()
                                                .map(pattern.levels()::get)
                                                .toList(),
                                        pattern.pairs()))
                                .toList(),
                        places.stream().map(u::get).toList(),
                        places.stream().map(start::get).toList())
                .run();
        double matches = estimate.matches() * held;
        for (int i = 0; i < places.size(); i++) {
            int field = places.get(i);
            weights[field] += matches;
            estimate.m().get(i).forEach((level, m) -> sums.get(field).merge(level, m * matches, Double::sum));
        }
    }

    /** How many pairs were taken. */
    long pairs() {
        return pairs;
    }

    /** For each field the share of each level among pairs of one child; the first guess where no rule spoke of it. */
    List<Map<String, Double>> m() {
        List<Map<String, Double>> m = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            double weight = weights[i];
            Map<String, Double> levels = new LinkedHashMap<>(start.get(i));
            sums.get(i).forEach((level, sum) -> levels.put(level, sum / weight));
            m.add(levels);
        }
        return m;
    }

    private int place(String field) {
        int place = fields.indexOf(field);
        if (place < 0) {
            throw new IllegalArgumentException("no weight of " + field + " can be estimated");
        }
        return place;
    }
}
