package muster.linkage;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.Definitions;
import muster.definition.LinkageDefinition;
import muster.linkage.ExpectationMaximisation.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Estimates the linkage model anew from what is held, and writes it as the two files of {@code config/linkage}: u from pairs
 * drawn at random, m by EM from the pairs that blocking rules bring together, rule by rule, each for the fields that it does
 * not itself demand. Nothing is put in force: a person reads
 * the files, raises what must be raised, and lays them into {@code HOME/config/linkage}.
 *
 * <p>The weight of a number that is nearly right is not estimated: such pairs are too few. It stays as it was.
 */
public final class LinkageEstimation {

    private static final List<String> FIELDS = List.of("GIVEN", "FAMILY", "BIRTH", "PLACE", "SEX", "PRACTICE");
    private static final int RANDOM_PAIRS = 500_000;
    private static final double LEAST_SHARE = 1e-7;
    private static final int DECIMALS = 7;

    /** The levels of one pair; {@code r} is the record, {@code p} the person. */
    private static final String LEVELS = """
            identity.given_level(r.given, r.families, r.given_is_stand_in, p.given, p.families, p.given_is_stand_in,
                variant.one is not null,
                letters.value, model.letters_per_edit, model.close_similarity),
            identity.family_level(r.family, r.families, r.family_parts, r.given, p.family, p.families, p.family_parts,
                p.given, model.letters_per_edit, model.close_similarity),
            identity.birth_level(r.birth_date, p.birth_date),
            identity.place_level(r.postcodes, r.places, r.outward, p.postcodes, p.places, p.outward),
            identity.same_level(r.sex, p.sex),
            identity.same_level(r.practice, p.practice)
            """;

    private static final String COUNTED = """
            select given_level, family_level, birth_level, place_level, sex_level, practice_level, count(*)
            from (select
            """ + LEVELS + """
            , exists (select from identity.twin where twin.record_key in (r.record_key, p.record_key)) as twin
            from pair
            cross join definition.linkage_model as model
            inner join definition.setting as letters on letters.name = 'given_name_letters'
            inner join identity.trait as r on r.record_key = pair.record_key
            inner join identity.trait as p on p.record_key = pair.person_record_key
            left join (
                select listed.folded_name as one, listed.folded_variant as other
                from definition.given_name_variant as listed
                union
                select listed.folded_variant, listed.folded_name
                from definition.given_name_variant as listed
            ) as variant on variant.one = r.given and variant.other = p.given
            ) as compared (given_level, family_level, birth_level, place_level, sex_level, practice_level, twin)
            where %s
            group by 1, 2, 3, 4, 5, 6
            """;

    /**
     * Brothers and sisters agree in all that a household shares, which two classes of pairs would take for one child.
     * Linkage never links them (candidate.sql), so the estimate leaves them out.
     */
    private static final String NOT_OF_ONE_HOUSEHOLD = """
            not (given_level = 'DIFFERS' and (twin or birth_level in (
                select weight.level from definition.linkage_weight as weight
                where weight.field = 'BIRTH' and not weight.agrees and weight.level <> 'MISSING')))
            """;

    private static final String ALL = "true";

    /**
     * The pairs of one blocking rule, of records whose number is merely absent: those whose number contradicts are a choice of
     * the worst.
     */
    private static final String BLOCKED = """
            with pair as (
                select distinct own.record_key, theirs.record_key as person_record_key
                from (
                    select trait.record_key, unnest(trait.block_keys) as block_key
                    from identity.trait as trait
                    inner join identity.match as match
                        on match.record_key = trait.record_key and match.person_record_key is null
                        and not match.number_contradicted
                    where trait.feed <> 'pds' and trait.standing = 'OPEN'
                ) as own
                inner join (
                    select trait.record_key, unnest(trait.block_keys) as block_key
                    from identity.trait as trait where trait.feed = 'pds' and trait.standing = 'OPEN'
                ) as theirs on theirs.block_key = own.block_key and theirs.block_key & 255 = :rule
            )
            """;

    private static final String DRAWN = """
            with record as (
                select trait.record_key,
                    row_number() over (order by hashint8extended(trait.record_key, :seed)) - 1 as place,
                    count(*) over () as records
                from identity.trait as trait where trait.feed <> 'pds' and trait.standing = 'OPEN'
            ), person as (
                select trait.record_key,
                    row_number() over (order by hashint8extended(trait.record_key, :seed + 1)) - 1 as place,
                    count(*) over () as persons
                from identity.trait as trait where trait.feed = 'pds' and trait.standing = 'OPEN'
            ), pair as (
                select record.record_key, person.record_key as person_record_key
                from generate_series(0::bigint, :pairs - 1) as draw
                cross join (select max(records) as records from record) as of_records
                cross join (select max(persons) as persons from person) as of_persons
                inner join record on record.place = draw % of_records.records
                inner join person on person.place
                    = ((hashint8extended(draw, :seed) % of_persons.persons) + of_persons.persons) % of_persons.persons
            )
            """;

    private final JdbcClient database;
    private final Definitions definitions;

    /** Makes the estimation over a client whose transaction has its clocks set. */
    public LinkageEstimation(JdbcClient database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /**
     * Estimates and writes {@code linkage_weight.csv} and {@code thresholds.yaml}.
     *
     * @param out folder of the two files; made where it is missing
     * @param night the night whose records are read
     * @param seed of the random pairs
     * @param from what is held, in words, for the file
     * @return how many pairs were brought together
     * @throws IllegalStateException when no pair can be brought together
     */
    public long write(Path out, LocalDate night, long seed, String from) throws IOException {
        // Joins of hundreds of thousands of pairs whose numbers the planner cannot know.
        database.sql("set local enable_nestloop = off").update();
        List<Map<String, Double>> u = shares(patterns(DRAWN, ALL, Map.of("seed", seed, "pairs", RANDOM_PAIRS)));
        EstimateByRule estimate = new EstimateByRule(FIELDS, u, firstGuess(u));
        for (Map<String, Object> rule : definitions.codeList("blocking_rule").rows()) {
            if (rule.get("estimates") instanceof String fields) {
                estimate.add(
                        patterns(BLOCKED, NOT_OF_ONE_HOUSEHOLD, Map.of("rule", rule.get("position"))),
                        List.of(fields.split(" ")));
            }
        }
        long pairs = estimate.pairs();
        if (pairs == 0) {
            throw new IllegalStateException("no record without a good number shares a blocking key with a person");
        }
        double share = database.sql("""
                        select greatest(0.5, least(0.99, avg((decision.decision = 'LINKED')::integer)))
                        from identity.decision as decision
                        """).query(Double.class).single();
        Files.createDirectories(out);
        LinkageDefinition held = definitions.linkage();
        String source = "estimated " + night + " from " + from + " seed " + seed;
        Files.writeString(out.resolve("linkage_weight.csv"), weights(u, estimate.m(), source));
        Files.writeString(out.resolve("thresholds.yaml"), thresholds(held, night, seed, from, share));
        return pairs;
    }

    private List<Pattern> patterns(String pairs, String which, Map<String, ?> parameters) {
        return database.sql(pairs + COUNTED.formatted(which))
                .params(parameters)
                .query((row, n) -> {
                    List<String> levels = new ArrayList<>();
                    for (int i = 1; i <= FIELDS.size(); i++) {
                        levels.add(row.getString(i));
                    }
                    return new Pattern(levels, row.getLong(FIELDS.size() + 1));
                })
                .list();
    }

    /** The share of each level of each field among pairs where both sides have it. */
    private List<Map<String, Double>> shares(List<Pattern> drawn) {
        List<Map<String, Double>> shares = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            Map<String, Double> counts = new LinkedHashMap<>();
            for (Map<String, Object> row : rows(FIELDS.get(i))) {
                counts.put((String) row.get("level"), 0.5);
            }
            for (Pattern pattern : drawn) {
                counts.computeIfPresent(pattern.levels().get(i), (level, count) -> count + pattern.pairs());
            }
            double total =
                    counts.values().stream().mapToDouble(Double::doubleValue).sum();
            counts.replaceAll((level, count) -> Math.max(LEAST_SHARE, count / total));
            shares.add(counts);
        }
        return shares;
    }

    /** The model in force, smoothed, so that no level begins at nothing. */
    private List<Map<String, Double>> firstGuess(List<Map<String, Double>> u) {
        List<Map<String, Double>> guess = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            Map<String, Double> levels = new LinkedHashMap<>();
            for (Map<String, Object> row : rows(FIELDS.get(i))) {
                levels.put((String) row.get("level"), ((BigDecimal) row.get("m")).doubleValue() + 1e-4);
            }
            double total =
                    levels.values().stream().mapToDouble(Double::doubleValue).sum();
            levels.replaceAll((level, m) -> m / total);
            guess.add(levels);
        }
        return guess;
    }

    /** Rows of the model in force for one field; without what says nothing. */
    private List<Map<String, Object>> rows(String field) {
        return definitions.codeList("linkage_weight").rows().stream()
                .filter(row -> row.get("field").equals(field) && !saysNothing(row))
                .toList();
    }

    private static boolean saysNothing(Map<String, Object> row) {
        return ((BigDecimal) row.get("m")).compareTo((BigDecimal) row.get("u")) == 0
                && ((BigDecimal) row.get("m")).compareTo(BigDecimal.ONE) == 0;
    }

    private String weights(List<Map<String, Double>> u, List<Map<String, Double>> m, String source) {
        StringBuilder csv = new StringBuilder();
        csv.append("field,level,position,m,u,term_frequency,agrees,meaning,source,confidence\n");
        for (Map<String, Object> row : definitions.codeList("linkage_weight").rows()) {
            int field = FIELDS.indexOf(row.get("field"));
            boolean kept = field < 0 || saysNothing(row);
            csv.append(row.get("field"))
                    .append(',')
                    .append(row.get("level"))
                    .append(',')
                    .append(row.get("position"));
            if (kept) {
                csv.append(',').append(row.get("m")).append(',').append(row.get("u"));
            } else {
                csv.append(',').append(share(m.get(field).get(row.get("level"))));
                csv.append(',').append(share(u.get(field).get(row.get("level"))));
            }
            csv.append(',').append(yes(row, "term_frequency")).append(',').append(yes(row, "agrees"));
            csv.append(',').append(row.get("meaning"));
            csv.append(',').append(kept ? row.get("source") : source);
            csv.append(',').append(kept ? row.get("confidence") : "C").append('\n');
        }
        return csv.toString();
    }

    private static String yes(Map<String, Object> row, String column) {
        return Boolean.TRUE.equals(row.get(column)) ? "Y" : "N";
    }

    private static String share(double value) {
        return BigDecimal.valueOf(Math.max(LEAST_SHARE, value))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String thresholds(
            LinkageDefinition held, LocalDate night, long seed, String from, double matchShare) {
        return """
                # How records without a good number are linked. The weights stand beside this file in linkage_weight.csv and are of
                # the same version; ./muster linkage-model estimates both anew from what an installation holds.
                version: %d
                estimated_on: "%s"
                estimated_from: %s
                seed: %d
                match_share: "%s"
                link_posterior: "%s"
                contradicted_posterior: "%s"
                review_posterior: "%s"
                margin_bits: "%s"
                most_rarity_bits: "%s"
                candidates_kept: %d
                comparison:
                  letters_per_edit: %d
                  close_similarity: "%s"
                  near_birth_days: %d
                source: "%s"
                confidence: %s
                """.formatted(
                held.version() + 1,
                night,
                from,
                seed,
                BigDecimal.valueOf(matchShare).setScale(3, RoundingMode.HALF_UP).toPlainString(),
                held.linkPosterior().toPlainString(),
                held.contradictedPosterior().toPlainString(),
                held.reviewPosterior().toPlainString(),
                held.marginBits().toPlainString(),
                held.mostRarityBits().toPlainString(),
                held.candidatesKept(),
                held.comparison().lettersPerEdit(),
                held.comparison().closeSimilarity().toPlainString(),
                held.comparison().nearBirthDays(),
                held.source(),
                held.confidence());
    }
}
