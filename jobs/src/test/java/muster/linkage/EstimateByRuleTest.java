package muster.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import muster.linkage.ExpectationMaximisation.Pattern;
import org.junit.jupiter.api.Test;

class EstimateByRuleTest {

    private static final List<String> FIELDS = List.of("GIVEN", "FAMILY", "BIRTH");
    private static final Map<String, Double> U = Map.of("EXACT", 0.001, "DIFFERS", 0.999);
    private static final Map<String, Double> START = Map.of("EXACT", 0.8, "DIFFERS", 0.2);

    private final EstimateByRule estimate = new EstimateByRule(FIELDS, List.of(U, U, U), List.of(START, START, START));

    @Test
    void aRuleSaysNothingOfTheFieldThatItDemands() {
        // All pairs of the rule have the birth date: half are of one child, half are born on one day by chance.
        estimate.add(
                List.of(
                        pattern("EXACT", "EXACT", 9_000),
                        pattern("EXACT", "DIFFERS", 1_000),
                        pattern("DIFFERS", "DIFFERS", 10_000)),
                List.of("GIVEN", "FAMILY"));
        assertThat(estimate.pairs()).isEqualTo(20_000);
        assertThat(estimate.m().get(0).get("EXACT")).isCloseTo(1.0, within(0.01));
        assertThat(estimate.m().get(1).get("EXACT")).isCloseTo(0.9, within(0.01));
        assertThat(estimate.m().get(2)).as("the first guess stands").isEqualTo(START);
    }

    @Test
    void rulesAreWeighedByThePairsOfOneChildThatTheySaw() {
        estimate.add(List.of(pattern("EXACT", "EXACT", 9_000)), List.of("GIVEN", "FAMILY"));
        estimate.add(
                List.of(pattern("EXACT", "EXACT", 500), pattern("EXACT", "DIFFERS", 500)), List.of("GIVEN", "FAMILY"));
        assertThat(estimate.m().get(1).get("EXACT")).isCloseTo(0.95, within(0.01));
    }

    @Test
    void noPairsChangeNothing() {
        estimate.add(List.of(), List.of("GIVEN"));
        assertThat(estimate.pairs()).isZero();
        assertThat(estimate.m()).containsOnly(START);
    }

    @Test
    void aFieldThatIsNotComparedIsRefused() {
        assertThatThrownBy(() -> estimate.add(List.of(pattern("EXACT", "EXACT", 1)), List.of("NUMBER")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Pattern pattern(String given, String family, long pairs) {
        return new Pattern(List.of(given, family, "EXACT"), pairs);
    }
}
