package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.nightly.NightHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nights of children who have everything in time, but for the injected faults of the pathway: all of these are found on
 * their nights, closed when they are mended, and nothing else is raised.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathwayFaultsAcceptanceTest {

    private static final int CHILDREN = 400;
    private static final int NIGHTS = 3;

    @TempDir
    private static Path folder;

    private final Map<LocalDate, Set<String>> injected = new TreeMap<>();
    private Map<LocalDate, Set<String>> raised;
    private List<String> offersThatDisagree;
    private List<String> grades;

    @BeforeAll
    void threeNights() throws IOException {
        SyntheticNights nights = new SyntheticNights(folder.resolve("made"), NIGHTS, CHILDREN, "pathway");
        Path key = folder.resolve("made/synthetic/truth/exceptions.csv");
        NightHarness harness = new NightHarness();
        raised = harness.story(nights.config(), () -> {
            Map<LocalDate, Set<String>> found = new TreeMap<>();
            for (int night = 0; night < NIGHTS; night++) {
                LocalDate date = SyntheticNights.FIRST.plusDays(night);
                Path home = folder.resolve("home" + night);
                nights.files(date).forEach(file -> SyntheticNights.lay(file, home));
                harness.night(home, date, night == 0);
                found.put(date, cases(harness.export("exceptions", date), row -> true));
                injected.put(date, cases(read(key), row -> row.getField("night").equals(date.toString())));
            }
            LocalDate last = SyntheticNights.FIRST.plusDays(NIGHTS - 1L);
            offersThatDisagree = harness.rows(last, """
                    select fact.item_code, fact.offers, told.offers as numbered
                    from (select * from pathway.fact where source = 'HVRV') as fact
                    full join (
                        select offer.child_key, offer.item_code, max(offer.offer_no) as offers, max(offer.offered_date) as last_date
                        from pathway.offer as offer
                        inner join cohort.child as child on child.child_key = offer.child_key
                        inner join pathway.calendar as day
                            on day.birth_date = child.person_birth_date and day.item_code = offer.item_code
                        group by offer.child_key, offer.item_code
                    ) as told on told.child_key = fact.child_key and told.item_code = fact.item_code
                    where fact.offers is distinct from told.offers or fact.last_offered_date is distinct from told.last_date
                    """);
            grades = harness.rows(last, """
                    select evidence.feed, evidence.grade
                    from (select distinct dose.record_key from pathway.dose as dose) as dose
                    left join pathway.evidence as evidence on evidence.record_key = dose.record_key
                    group by evidence.feed, evidence.grade
                    """);
            return found;
        });
    }

    @Test
    void whatIsInjectedIsFoundAndNothingElse() {
        raised.forEach((date, cases) ->
                assertThat(cases).as("night of %s", date).containsExactlyInAnyOrderElementsOf(injected.get(date)));
    }

    @Test
    void everyTypeThatAFeedTellsOfIsInjected() {
        Set<String> types = injected.get(SyntheticNights.FIRST).stream()
                .map(each -> each.substring(0, 6))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(types)
                .containsExactly(
                        "FS-401", "FS-402", "FS-403", "FS-404", "FS-405", "FS-406", "FS-409", "FS-411", "FS-412",
                        "FS-413", "FS-501", "FS-502", "FS-503", "FS-504", "FS-506", "FS-507", "FS-508", "FS-509",
                        "FS-510", "FS-511");
    }

    @Test
    void numberedOffersAreThoseThatTheFactsCount() {
        assertThat(offersThatDisagree).isEmpty();
    }

    @Test
    void everyDoseHasItsGrade() {
        assertThat(grades).contains("vaccination-v5|FIRST_HAND").doesNotContain("|");
    }

    /** Type, number and whether it is open. */
    private static Set<String> cases(String csv, Predicate<NamedCsvRecord> wanted) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream()
                    .filter(wanted)
                    .map(row -> row.getField("type_code") + " " + row.getField("nhs_number") + " "
                            + (row.getField("state").equals("CLOSED") ? "CLOSED" : "OPEN"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
