package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.nightly.NightHarness;
import muster.publish.FeedDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RP-13: after one first night, a second night for each feed that lacks that feed only. What is missing is never read as
 * "nobody": set against the night on which everything came and the one on which nothing did.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldFeedAcceptanceTest {

    private static final LocalDate FIRST = SyntheticNights.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final int LONGEST_CADENCE_DAYS = 62;

    /** The rows of a feed that stand open, whoever they are of. */
    private static final String HELD = Stream.of(
                    "gp_registration", "hv_caseload", "chis_record", "event", "school_roll")
            .map(table -> "select '" + table + "' as held_in, held.record_key, held.row_hash"
                    + " from register." + table + " as held"
                    + " inner join register.record as record on record.record_key = held.record_key"
                    + " where record.feed = '%1$s'")
            .collect(Collectors.joining(" union all "));

    /** What is known after a second night. */
    private record Told(
            Map<String, Map<String, String>> cohort,
            Set<String> raised,
            List<String> held,
            Map<String, LocalDate> staleFrom,
            List<String> staleOutputs) {}

    @TempDir
    private static Path folder;

    private final NightHarness harness = new NightHarness();
    private Map<String, Map<String, String>> before;
    private Map<String, List<String>> heldBefore;
    private Told full;
    private Told none;
    private final Map<String, Told> without = new TreeMap<>();

    @BeforeAll
    void aSecondNightForEachFeed() {
        SyntheticNights nights = new SyntheticNights(folder.resolve("made"), 2);
        harness.story(nights.config(), () -> {
            Path home = folder.resolve("first");
            nights.files(FIRST).forEach(file -> SyntheticNights.lay(file, home));
            harness.night(home, FIRST, true);
            before = cohort(FIRST);
            heldBefore = SyntheticNights.FEEDS.stream()
                    .collect(Collectors.toMap(feed -> feed, feed -> harness.rows(FIRST, HELD.formatted(feed))));
            full = second(nights, "", feed -> true);
            none = second(nights, "", feed -> false);
            SyntheticNights.FEEDS.forEach(
                    feed -> without.put(feed, second(nights, feed, other -> !other.equals(feed))));
            return null;
        });
    }

    private Told second(SyntheticNights nights, String withheld, Predicate<String> comes) {
        return harness.branch(() -> {
            Path home = folder.resolve("second " + withheld + comes.test("reference"));
            nights.files(SECOND).stream()
                    .filter(file -> comes.test(SyntheticNights.feed(file)))
                    .forEach(file -> SyntheticNights.lay(file, home));
            harness.night(home, SECOND, false);
            LocalDate late = SECOND.plusDays(LONGEST_CADENCE_DAYS);
            return new Told(
                    cohort(SECOND),
                    raised(),
                    harness.rows(SECOND, HELD.formatted(withheld)),
                    harness.freshness(late).stream()
                            .filter(FeedDate::stale)
                            .collect(Collectors.toMap(
                                    FeedDate::feed,
                                    FeedDate::staleSince,
                                    (one, other) -> one.isBefore(other) ? one : other)),
                    harness.outputsStaleBy(withheld, late));
        });
    }

    private Map<String, Map<String, String>> cohort(LocalDate night) {
        return rows("cohort", night).stream().collect(Collectors.toMap(row -> row.get("child_id"), row -> row));
    }

    /** What was raised on the second night, by type and child. */
    private Set<String> raised() {
        return rows("exceptions", SECOND).stream()
                .filter(row -> row.get("raised_date").equals(SECOND.toString()))
                .map(row -> row.get("type_code") + " " + row.get("nhs_number") + " " + row.get("owner_organisation"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Map<String, String>> rows(String stage, LocalDate night) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(harness.export(stage, night))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> feeds() {
        return SyntheticNights.FEEDS;
    }

    static List<Arguments> registers() {
        return List.of(
                Arguments.of("gp-registration", "gp_state"),
                Arguments.of("gp-gpr4", "gp_state"),
                Arguments.of("hv-caseload", "hv_state"),
                Arguments.of("chis-register", "chis_state"));
    }

    static List<String> events() {
        return List.of(
                "chis-event",
                "hv-contact",
                "mns",
                "nbs-result",
                "nhsp-result",
                "nipe-result",
                "school-vaccination",
                "vaccination-v5");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void RP13_nobodyIsGoneAndThePictureOfTheFirstNightStays(String feed) {
        Set<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(without.get(feed).cohort().keySet());
        assertThat(gone).as("gone without %s", feed).allSatisfy(child -> assertThat(
                        full.cohort().containsKey(child) && none.cohort().containsKey(child))
                .isFalse());
        assertThat(without.get(feed).held()).isEqualTo(heldBefore.get(feed));
    }

    /** Unless something else moved: a child first told of, or told otherwise, by a feed that did come. */
    @ParameterizedTest
    @MethodSource("registers")
    void RP13_whoWasHeldIsHeldByTheLastPicture(String feed, String state) {
        int compared = 0;
        for (Map.Entry<String, Map<String, String>> child :
                without.get(feed).cohort().entrySet()) {
            if (isToldAsBefore(child.getKey(), child.getValue())) {
                assertThat(child.getValue().get(state))
                        .as("%s of %s without %s", state, child.getKey(), feed)
                        .isEqualTo(before.get(child.getKey()).get(state));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(250);
    }

    /** What decides who should hold the child stands as it stood. */
    private boolean isToldAsBefore(String child, Map<String, String> row) {
        Map<String, String> then = before.get(child);
        return then != null
                && Stream.of(
                                "registered_practice",
                                "resident_la",
                                "responsible_la",
                                "bucket",
                                "life_state",
                                "restricted")
                        .allMatch(column -> row.get(column).equals(then.get(column)));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void RP13_nothingIsRaisedBecauseOfIt(String feed, String state) {
        Set<String> unmoved = new TreeSet<>();
        without.get(feed).cohort().forEach((child, row) -> {
            if (isToldAsBefore(child, row)) {
                unmoved.add(row.get("nhs_number"));
            }
        });
        assertThat(without.get(feed).raised())
                .filteredOn(
                        each -> !full.raised().contains(each) && !none.raised().contains(each))
                .as("raised without %s of children of whom nothing else is told", feed)
                .noneMatch(each -> unmoved.contains(each.split(" ")[1]));
    }

    /**
     * Feeds of events and results add and never take away: what they do not bring makes no child lost to a service or another.
     * An item of the pathway whose result did not come is owed all the same.
     */
    @ParameterizedTest
    @MethodSource("events")
    void RP13_anEventThatDidNotComeRaisesNothing(String feed) {
        assertThat(without.get(feed).raised())
                .filteredOn(each -> !each.matches("FS-[45].*"))
                .isSubsetOf(union(full.raised(), none.raised()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void RP13_pastItsCadenceItIsStaleAndSoIsWhatRestsOnIt(String feed) {
        assertThat(without.get(feed).staleFrom()).containsKey(feed);
        assertThat(without.get(feed).staleOutputs())
                .as("outputs that rest on %s", feed)
                .isNotEmpty();
    }

    @Test
    void theSecondNightWouldHaveChangedWhatIsHeld() {
        assertThat(heldBefore.values().stream().filter(held -> !held.isEmpty())).hasSizeGreaterThan(8);
        assertThat(full.cohort()).isNotEqualTo(none.cohort());
        assertThat(full.raised()).isNotEmpty();
    }
}
