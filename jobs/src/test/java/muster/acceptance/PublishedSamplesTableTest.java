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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.nightly.NightHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every published sample of the feeds through the steps of a night, file by file, as the table
 * {@code docs/generated/published-samples.md}; {@code -Dmuster.docs.write=true} writes it anew. Names, counts and codes only.
 */
@EnabledIfEnvironmentVariable(named = "MUSTER_SAMPLES", matches = ".+", disabledReason = "no published samples")
class PublishedSamplesTableTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 10);
    private static final Path PAGE = Path.of("docs/generated/published-samples.md");
    private static final String MADE =
            "<!-- Generated from the published samples. Do not edit: run the tests with -Dmuster.docs.write=true. -->\n\n";

    /** Where the texts call for a reason. */
    private static final Map<String, String> CALLED_FOR = Map.ofEntries(
            Map.entry("ROUTING_PATIENT_MISMATCH", "feeds 3.9: routing number and patient differ"),
            Map.entry("DOB_DISAGREES", "feeds 3.9: routing and patient give two birth dates"),
            Map.entry("RESULT_UNMAPPED", "feeds 7.1.1: a code that no list holds is kept"),
            Map.entry("DEATH_BEFORE_BIRTH", "feeds 3.9, rulings 3: warned"),
            Map.entry("BIRTH_ORDER_DISAGREES", "feeds 3.9, rulings 3: warned"),
            Map.entry("BIRTH_WEIGHT_RANGE", "feeds 3.9, rulings 3: warned"),
            Map.entry("TIMESTAMP_INVALID", "feeds 1.2: an impossible offset falls back"),
            Map.entry("NHS_CHECK_DIGIT", "feeds 1.1: modulus 11"),
            Map.entry("NHS_FORMAT", "feeds 1.1: ten digits"),
            Map.entry("FILE_DATE", "rulings 2: the name's date decides"),
            Map.entry("UNKNOWN_ORGANISATION", "rulings 2: unknown practice"),
            Map.entry("NOT_LINKED", "rulings 3: a child not held"),
            Map.entry("NAME_MISSING", "rulings 3: kept with a warning"),
            Map.entry("OUT_OF_SCOPE", "feeds 4.1: only children are loaded"),
            Map.entry("MANDATORY_MISSING", "feeds 8, rulings 3"),
            Map.entry("DATE_FORMAT", "feeds 8, rulings 3"),
            Map.entry("FIELD_COUNT", "rulings 3"),
            Map.entry("QUOTING", "rulings 3: a quote that stays open"),
            Map.entry("HEADER_MISMATCH", "feeds 1.6"),
            Map.entry("UNKNOWN_CODE", "feeds 8.3"),
            Map.entry("DUPLICATE_KEY", "rulings 3: the first stands"),
            Map.entry("FILE_EMPTY", "rulings 3"),
            Map.entry("EVENT_IGNORED", "rulings 3"),
            Map.entry("UNKNOWN_KEY", "rulings 3: an update of an unknown key creates"));

    @TempDir
    private Path folder;

    private final Path samples = Path.of(String.valueOf(System.getenv("MUSTER_SAMPLES")));
    private final NightHarness harness = new NightHarness();

    /** A published file and the name under which a sender would drop it. */
    private record Sample(String feed, Path file, String name) {}

    @Test
    void thePublishedSamplesEndAsTheTableSays() throws IOException {
        List<Sample> all = samples();
        List<String> rows = new ArrayList<>();
        List<String> dated = new ArrayList<>();
        harness.story(folder.resolve("config"), () -> {
            all.stream().filter(sample -> sample.feed().equals("gp-gpr4")).forEach(list -> dated.add(onItsNight(list)));
            lay(practices(), folder);
            all.forEach(sample -> lay(sample, folder));
            harness.night(folder, NIGHT, true);
            List<Map<String, String>> ledger = ledger(NIGHT);
            all.forEach(sample -> rows.add(row(sample, sample.name(), ledger)));
            rows.addAll(dated);
            return null;
        });
        String page = MADE + "# Published samples through a night, file by file\n\n"
                + "Night of " + NIGHT
                + ", a first load, with the practices of January 2024. A row of a reason says how many\n"
                + "lines ended so. Practice lists come once more, each in its own night and of a practice made known.\n\n"
                + "| Feed | File | Lines read | Outcome | Called for by |\n|---|---|---|---|---|\n"
                + String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("muster.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(rows).hasSizeGreaterThan(45).noneMatch(row -> row.contains("| nothing |"));
        assertThat(page).doesNotContainPattern("\\d{10}");
        assertThat(PAGE).content().isEqualTo(page);
    }

    private List<Sample> samples() {
        List<Sample> found = new ArrayList<>();
        add(found, "nems", "nems-events", ".xml");
        add(found, "mns", "mns-signals", ".json");
        add(found, "gp-gpr4", "gp-list-gpr4", "A");
        add(found, "school-vaccination", "mavis", ".csv");
        Path extract = samples.resolve("caas-pds-extract");
        found.add(new Sample("pds-extract", extract.resolve("template.csv.txt"), "template_-_COHORT.csv"));
        found.add(new Sample("pds-extract", extract.resolve("schema.parquet"), "schema_-_COHORT.parquet"));
        Path doses = samples.resolve("vaccination-events-v5");
        found.add(new Sample(
                "vaccination-v5",
                doses.resolve("sample_valid_csv_data.csv"),
                "COVID_Vaccinations_v5_X26_20261109T10000000.csv"));
        found.add(new Sample(
                "vaccination-v5",
                doses.resolve("test-batch-data.csv"),
                "FLU_Vaccinations_v5_X26_20261109T10000100.csv"));
        // The sandbox keeps a message as it came; a client drops it as a pair (feeds 2.2).
        found.add(new Sample(
                "nems", samples.resolve("mesh/mailboxes/X26ABC1/in/SIMPLE_MESSAGE/1"), "SIMPLE_MESSAGE.dat"));
        return found;
    }

    private void add(List<Sample> found, String feed, String of, String ending) {
        Places.files(samples.resolve(of)).stream()
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .forEach(file -> found.add(new Sample(feed, file, named(feed, samples.resolve(of), file))));
    }

    /** School imports bear the same names in several folders. */
    private static String named(String feed, Path root, Path file) {
        return feed.equals("school-vaccination")
                ? root.relativize(file).toString().replace('/', ' ')
                : file.getFileName().toString();
    }

    private static void lay(Sample sample, Path home) {
        try {
            Path inbox = Files.createDirectories(home.resolve("inbox").resolve(sample.feed()));
            Files.copy(sample.file(), inbox.resolve(sample.name()));
            if (sample.name().endsWith(".dat")) {
                Files.writeString(
                        inbox.resolve(sample.name().replace(".dat", ".ctl")),
                        "<DTSControl><MessageType>Data</MessageType><WorkflowId>API-DOCS-TEST</WorkflowId><StatusRecord>"
                                + "<Event>TRANSFER</Event><Status>SUCCESS</Status></StatusRecord></DTSControl>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> ledger(LocalDate night) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(harness.export("intake", night))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A practice list is read when it is fresh and of a practice that is known: in the night of the day that its name tells,
     * with a reference set that names the practice, as none of the published ones does.
     */
    private String onItsNight(Sample list) {
        String day = list.name().substring(list.name().length() - 3);
        LocalDate night = LocalDate.of(2026, 1 + day.charAt(0) - 'A', Character.getNumericValue(day.charAt(1)));
        return harness.branch(() -> {
            Path home = folder.resolve("night " + night);
            Dropped.plain(
                            "reference",
                            "organisation.csv",
                            "ORGANISATION_CODE,NAME,ROLE,PARENT_CODE,VALID_FROM,VALID_TO\r\n"
                                    + list.name().substring(0, 6) + ",INVENTED PRACTICE,GP,,2020-01-01,\r\n")
                    .into(home);
            lay(list, home);
            harness.night(home, night, true);
            return row(list, list.name() + "` in the night of `" + night, ledger(night));
        });
    }

    private Sample practices() {
        String name = "epraccur_extract_2024-01.csv";
        return new Sample("reference", samples.resolve("reference/ods").resolve(name), name);
    }

    private static String row(Sample sample, String title, List<Map<String, String>> ledger) {
        List<Map<String, String>> of = ledger.stream()
                .filter(row -> row.get("file_name").equals(sample.name()))
                .toList();
        String read = of.stream()
                .filter(row -> row.get("outcome").equals("READ"))
                .map(row -> row.get("rows"))
                .findFirst()
                .orElse("not read");
        Map<String, Long> outcomes = new TreeMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Map<String, String> row : of) {
            if (!row.get("outcome").equals("READ")
                    && !(row.get("outcome").equals("APPLIED") && row.get("rows").equals("0"))) {
                outcomes.merge(
                        (row.get("outcome") + " " + row.get("reason_code")).strip(),
                        Long.valueOf(row.get("rows")),
                        Long::sum);
                reasons.addAll(List.of(row.get("reason_code").split(";")));
            }
        }
        String told = outcomes.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() == 0 ? "" : ": " + each.getValue()))
                .collect(Collectors.joining("; "));
        return "| " + sample.feed() + " | `" + title + "` | " + read + " | " + (told.isEmpty() ? "nothing" : told)
                + " | " + callers(reasons) + " |";
    }

    private static String callers(Set<String> reasons) {
        Map<String, String> texts = new LinkedHashMap<>();
        reasons.stream()
                .filter(reason -> !reason.isEmpty())
                .forEach(reason -> texts.put(reason, CALLED_FOR.getOrDefault(reason, "feeds Appendix E")));
        return texts.isEmpty() ? "feeds 1.9" : String.join("; ", new LinkedHashSet<>(texts.values()));
    }
}
