package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every edge case that the domain reference lists (pathway 9) is shown by an example beside a model, which names it. */
class EdgeCasesTest {

    /** In the order of the reference. */
    private static final List<String> CASES = List.of(
            "twins",
            "pre-term and hearing",
            "neonatal unit beyond day 17",
            "transfused baby",
            "birth notification without the mother's number",
            "unassisted birth",
            "born in Wales",
            "born on 29 February",
            "born on 31 August",
            "moved in at 55 and at 57 days",
            "first birthday on the night",
            "PCV on 30 June 2025",
            "Hib/MenC on 1 July 2025",
            "MMR before the first birthday",
            "6-in-1 in place of Hib/MenC",
            "booster within a year of the 6-in-1",
            "MMRV after an early MMR",
            "rotavirus at 15 weeks",
            "BCG while SCID is pending",
            "recorded by practice and school",
            "taught out of cohort",
            "adoption with a new number",
            "superseded number",
            "restricted without address or practice",
            "death removed");

    @Test
    void everyCaseHasItsExample() {
        Set<String> shown = ExampleFile.all().stream()
                .map(ExampleFile::read)
                .flatMap(file -> file.examples().stream())
                .flatMap(example -> example.cases().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(CASES);
    }
}
