package muster.definition;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How probabilistic linkage decides ({@code linkage/thresholds.yaml}); the weights themselves are the list
 * {@code linkage/linkage_weight.csv} of the same version. Source of the bands: rulings 5, {@code performance.md}.
 *
 * @param version of weights and thresholds together; kept with every comparison
 * @param estimatedOn business date of the estimation
 * @param estimatedFrom what the weights were estimated from, in words
 * @param seed of the random pairs, and of the population where it is an invented one
 * @param matchShare share of the records compared that have a person, 0 to 1; with the number of persons it gives the
 *     odds before any field is looked at
 * @param linkPosterior probability from which a record is linked
 * @param contradictedPosterior the same for a record whose number is another person's
 * @param reviewPosterior probability from which a person looks at it
 * @param marginBits how far the best candidate must lie before the next, in bits
 * @param mostRarityBits most that the rarity of one name may weigh, in bits
 * @param candidatesKept how many of a record's candidates are kept
 * @param comparison when two values are close
 * @param source where the thresholds are written
 * @param confidence R, S, G, D, C or O, as the domain files mark it
 */
public record LinkageDefinition(
        int version,
        LocalDate estimatedOn,
        String estimatedFrom,
        long seed,
        BigDecimal matchShare,
        BigDecimal linkPosterior,
        BigDecimal contradictedPosterior,
        BigDecimal reviewPosterior,
        BigDecimal marginBits,
        BigDecimal mostRarityBits,
        int candidatesKept,
        Comparison comparison,
        String source,
        String confidence) {

    /**
     * When two values are close.
     *
     * @param lettersPerEdit one wrong letter is allowed for so many letters of the shorter name
     * @param closeSimilarity names sharing this part of their trigrams are close, 0 to 1
     * @param nearBirthDays furthest apart of two birth dates that an address may bring together
     */
    public record Comparison(int lettersPerEdit, BigDecimal closeSimilarity, int nearBirthDays) {}
}
