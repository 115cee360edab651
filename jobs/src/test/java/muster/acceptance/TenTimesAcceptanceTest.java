package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.nightly.NightHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * RP-06: two nights of every feed, reference sets among them, each file delivered twice in its night and again until it
 * has come ten times, under its own name and others. Nothing that is known differs from an installation that got each once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenTimesAcceptanceTest {

    private static final LocalDate FIRST = SyntheticNights.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final List<LocalDate> NIGHTS = List.of(FIRST, SECOND, THIRD);
    private static final List<String> STAGES = List.of("cohort", "links", "exceptions", "measures");

    @TempDir
    private static Path folder;

    private final NightHarness harness = new NightHarness();
    private SyntheticNights nights;
    private Map<String, String> once;
    private Map<String, String> ten;

    /** A file that comes again: where it lies, and the name under which it comes. */
    private record Repeat(Path file, String name) {}

    private final Map<LocalDate, List<Repeat>> repeats = new LinkedHashMap<>();

    @BeforeAll
    void bothInstallations() {
        nights = new SyntheticNights(folder.resolve("made"), 2);
        repeats.put(FIRST, again(FIRST, 1, 1));
        repeats.put(SECOND, again(SECOND, 1, 1));
        repeats.get(SECOND).addAll(again(FIRST, 0, 0));
        repeats.put(THIRD, again(FIRST, 0, 7));
        repeats.get(THIRD).addAll(again(SECOND, 0, 7));
        once = told("once", Map.of());
        ten = told("ten", repeats);
    }

    private Map<String, String> told(String name, Map<LocalDate, List<Repeat>> again) {
        return harness.story(nights.config(), () -> {
            Map<String, String> exports = new LinkedHashMap<>();
            for (LocalDate night : NIGHTS) {
                Path home = folder.resolve(name + night);
                nights.files(night).forEach(file -> SyntheticNights.lay(file, home));
                again.getOrDefault(night, List.of()).forEach(each -> lay(each, home));
                harness.night(home, night, night.equals(FIRST));
                exports.put("intake " + night, harness.export("intake", night));
                STAGES.forEach(stage -> exports.put(stage + " " + night, harness.export(stage, night)));
            }
            return exports;
        });
    }

    /** The files of a night under their other names from one to another; the name of number 0 is their own. */
    private List<Repeat> again(LocalDate night, int from, int to) {
        List<Repeat> repeated = new ArrayList<>();
        for (Path file : nights.files(night)) {
            for (int number = from; number <= to; number++) {
                repeated.add(new Repeat(file, named(file, number)));
            }
        }
        return repeated;
    }

    /**
     * Another name that the feed's pattern allows. Own layouts take a number far above their sender's last: a repeat that
     * bears the next one advances the sequence (rulings 2), and the second night's file would be no more the next.
     */
    private static String named(Path file, int number) {
        String name = file.getFileName().toString();
        if (number == 0) {
            return name;
        }
        if (name.matches("[A-Z]+_[A-Z0-9]+_\\d{8}_\\d{6}_[FD](\\.ctl)?\\.csv")) {
            return name.replaceFirst("_\\d{3}(\\d{3})_([FD])", "_%03d$1_$2".formatted(number));
        }
        if (name.contains("_GPR4")) {
            return name.replaceFirst("_GPR4..", "_GPR4Z" + number);
        }
        return name.contains("_Vaccinations_v5_")
                ? name.replaceFirst("T(\\d{4})\\d\\d", "T$1%02d".formatted(10 + number))
                : "again " + number + " " + name;
    }

    private static void lay(Repeat repeat, Path home) {
        boolean numbered = repeat.name().matches(".*_\\d{6}_[FD]\\.ctl\\.csv");
        if (!numbered) {
            SyntheticNights.lay(repeat.file(), home, repeat.name());
            return;
        }
        String number = repeat.name().replaceFirst(".*_(\\d{6})_[FD]\\.ctl\\.csv", "$1");
        try {
            Path inbox = Files.createDirectories(home.resolve("inbox").resolve(SyntheticNights.feed(repeat.file())));
            Files.writeString(
                    inbox.resolve(repeat.name()),
                    Files.readString(repeat.file()).replaceFirst(",\\d{6},([FD]),", "," + number + ",$1,"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void RP06_theRegistersAndAllThatFollowsAreThoseOfOneDelivery() {
        for (LocalDate night : NIGHTS) {
            for (String stage : STAGES) {
                String key = stage + " " + night;
                assertThat(once.get(key).lines().count()).as(key).isGreaterThan(1);
                assertThat(ten.get(key)).as(key).isEqualTo(once.get(key));
            }
        }
    }

    @Test
    void RP06_everyFeedOfTheContractTookPart() {
        Set<String> fed = rows(once, FIRST).stream()
                .filter(row -> row.get("outcome").equals("READ"))
                .map(row -> row.get("feed"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fed).containsAll(SyntheticNights.FEEDS).contains("reference");
    }

    /** Of ten deliveries of a file one is read and the others are duplicates; of a message, all but one are. */
    @Test
    void RP06_everyRepeatHasItsDuplicateInTheLedger() {
        Map<LocalDate, Map<String, Set<String>>> outcomes = new LinkedHashMap<>();
        NIGHTS.forEach(night -> outcomes.put(night, outcomes(ten, night)));
        int checked = 0;
        for (LocalDate night : List.of(FIRST, SECOND)) {
            Map<String, Set<String>> alone = outcomes(once, night);
            for (Path file : nights.files(night)) {
                Set<String> first = alone.getOrDefault(key(file, named(file, 0)), Set.of());
                boolean message = List.of("nems", "mns").contains(SyntheticNights.feed(file));
                if (first.contains("READ") && !(message && first.contains("REJECTED"))) {
                    List<Set<String>> deliveries = deliveries(file, night, outcomes);
                    assertThat(deliveries).as("deliveries of %s", file).hasSizeGreaterThanOrEqualTo(10);
                    assertThat(deliveries)
                            .as("deliveries of %s that are no duplicate", file)
                            .filteredOn(each -> message ? !each.contains("DUPLICATE") : each.contains("READ"))
                            .hasSizeLessThanOrEqualTo(1);
                    assertThat(deliveries)
                            .as("duplicates of %s", file)
                            .filteredOn(each -> message ? each.contains("DUPLICATE") : each.equals(Set.of("DUPLICATE")))
                            .hasSizeGreaterThanOrEqualTo(deliveries.size() - 1);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(80);
    }

    /** What became of each delivery of a file: the first, and every repeat of it. */
    private List<Set<String>> deliveries(
            Path file, LocalDate night, Map<LocalDate, Map<String, Set<String>>> outcomes) {
        List<Set<String>> found = new ArrayList<>();
        found.add(outcomes.get(night).get(key(file, named(file, 0))));
        repeats.forEach((when, files) -> files.stream()
                .filter(repeat -> repeat.file().equals(file))
                .forEach(repeat -> found.add(outcomes.get(when).get(key(file, repeat.name())))));
        return found;
    }

    private static String key(Path file, String name) {
        return SyntheticNights.feed(file) + "/" + name;
    }

    private static Map<String, Set<String>> outcomes(Map<String, String> exports, LocalDate night) {
        return rows(exports, night).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("feed") + "/" + row.get("file_name"),
                        Collectors.mapping(row -> row.get("outcome"), Collectors.toSet())));
    }

    private static List<Map<String, String>> rows(Map<String, String> exports, LocalDate night) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(exports.get("intake " + night))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
