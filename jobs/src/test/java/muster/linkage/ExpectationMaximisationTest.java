package muster.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.linkage.ExpectationMaximisation.Estimate;
import muster.linkage.ExpectationMaximisation.Pattern;
import org.junit.jupiter.api.Test;

class ExpectationMaximisationTest {

    private static final List<Map<String, Double>> U = List.of(
            Map.of("EXACT", 0.01, "DIFFERS", 0.99),
            Map.of("EXACT", 0.02, "DIFFERS", 0.98),
            Map.of("EXACT", 0.05, "DIFFERS", 0.95));

    private static final List<Map<String, Double>> START = List.of(
            Map.of("EXACT", 0.7, "DIFFERS", 0.3),
            Map.of("EXACT", 0.7, "DIFFERS", 0.3),
            Map.of("EXACT", 0.7, "DIFFERS", 0.3));

    /** Pairs as the given shares would bring them about, three fields independent of one another. */
    private static List<Pattern> pairs(double matches, double... m) {
        List<Pattern> patterns = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            List<String> levels = new ArrayList<>();
            double of = matches;
            double not = 1 - matches;
            for (int i = 0; i < 3; i++) {
                boolean exact = (bits >> i & 1) == 1;
                levels.add(exact ? "EXACT" : "DIFFERS");
                of *= exact ? m[i] : 1 - m[i];
                not *= U.get(i).get(exact ? "EXACT" : "DIFFERS");
            }
            patterns.add(new Pattern(levels, Math.round((of + not) * 10_000_000)));
        }
        return patterns;
    }

    @Test
    void findsTheSharesThatBroughtThePairsAbout() {
        Estimate found = new ExpectationMaximisation(pairs(0.4, 0.95, 0.9, 0.8), U, START).run();
        assertThat(found.matches()).isCloseTo(0.4, within(0.005));
        assertThat(found.m().get(0).get("EXACT")).isCloseTo(0.95, within(0.005));
        assertThat(found.m().get(1).get("EXACT")).isCloseTo(0.9, within(0.005));
        assertThat(found.m().get(2).get("EXACT")).isCloseTo(0.8, within(0.005));
    }

    @Test
    void aMissingValueSaysNothing() {
        List<Pattern> patterns = new ArrayList<>(pairs(0.4, 0.95, 0.9, 0.8));
        patterns.add(new Pattern(
                List.of(
                        ExpectationMaximisation.MISSING,
                        ExpectationMaximisation.MISSING,
                        ExpectationMaximisation.MISSING),
                100_000));
        Estimate found = new ExpectationMaximisation(patterns, U, START).run();
        assertThat(found.m().get(0).get("EXACT")).isCloseTo(0.95, within(0.01));
    }
}
