package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.acceptance.slow.FaultyFiles;
import muster.acceptance.slow.SlowFate;
import muster.acceptance.slow.SlowFile;
import muster.acceptance.slow.SlowIntake;
import muster.nightly.IntakeNights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand generated files with random faults: each file and line ends as the independent slow reader says, and the
 * registers are its registers, row for row (RP-02, RP-04, RP-06).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowReaderAcceptanceTest {

    private static final long SEED = Long.getLong("muster.slow.seed", 20261117);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 10);
    private static final int NIGHTS = 5;
    private static final int FILES = 2_000;

    @TempDir
    private static Path folder;

    private final SlowIntake slow = new SlowIntake();
    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int files;
    private final Map<String, List<String>> registers = new LinkedHashMap<>();

    @BeforeAll
    void allNights() {
        FaultyFiles generator = new FaultyFiles(SEED, 160, 100, 70);
        try (IntakeNights home = new IntakeNights(folder)) {
            for (int night = 0; night < NIGHTS; night++) {
                LocalDate date = FIRST.plusDays(night);
                List<SlowFile> dropped = generator.night(date, night == 0, 8, 75);
                dropped.forEach(this::drop);
                Map<String, SlowFate> expected = slow.night(date, night == 0, dropped);
                home.run(date, night == 0);
                compare(expected, home.ledger(date));
                files += dropped.size();
            }
            read(home);
        }
    }

    private void drop(SlowFile file) {
        new Dropped(file.feed(), file.name(), file.body(), file.control()).into(folder);
    }

    private void compare(Map<String, SlowFate> expected, List<Map<String, Object>> ledger) {
        Map<String, List<Map<String, Object>>> found =
                ledger.stream().collect(Collectors.groupingBy(row -> String.valueOf(row.get("file_name"))));
        expected.forEach((name, fate) -> {
            outcomes.merge(fate.file, 1, Integer::sum);
            fate.lines.forEach(line -> outcomes.merge(line.replaceFirst("^[0-9]+ ", "line "), 1, Integer::sum));
            SlowFate real = fate(found.getOrDefault(name, List.of()));
            fate.lines.sort(null);
            real.lines.sort(null);
            if (!real.toString().equals(fate.toString())) {
                disagreements.add(name + ": expected " + difference(fate, real) + ", found " + difference(real, fate));
            }
        });
    }

    /** A fate without the lines that the other has too. */
    private static String difference(SlowFate of, SlowFate other) {
        List<String> lines = new ArrayList<>(of.lines);
        lines.removeAll(other.lines);
        return of.file + " read=" + of.read + " applied=" + of.applied + " noChange=" + of.noChange + " " + lines;
    }

    private static SlowFate fate(List<Map<String, Object>> rows) {
        SlowFate fate = new SlowFate();
        boolean taken = rows.stream().anyMatch(row -> text(row, "outcome").equals("READ"));
        for (Map<String, Object> row : rows) {
            int count = Integer.parseInt(text(row, "rows"));
            String outcome = text(row, "outcome");
            String codes =
                    Stream.of(text(row, "reason_code").split(";")).sorted().collect(Collectors.joining(";"));
            if (!taken) {
                fate.file = outcome + " " + codes;
            } else if (outcome.equals("READ")) {
                fate.read = count;
            } else if (outcome.equals("APPLIED")) {
                fate.applied = count;
            } else if (outcome.equals("NO_CHANGE")) {
                fate.noChange = count;
            } else {
                fate.lines.add((text(row, "line_number") + " " + outcome + " " + codes).strip());
            }
        }
        return fate;
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private void read(IntakeNights home) {
        registers.put("gp-registration", home.rows(FIRST.plusDays(NIGHTS - 1), """
                select sender, source_key, general_medical_practice_code, nhs_number, nhs_number_as_sent,
                    nhs_number_status_indicator_code, family_name, given_name, person_birth_date,
                    person_stated_gender_code, address_line_1, postcode, start_date, end_date, registration_type,
                    removal_reason, absent_since_date from register.gp_registration"""));
        registers.put("hv-caseload", home.rows(FIRST.plusDays(NIGHTS - 1), """
                select sender, organisation_code, source_key, nhs_number, nhs_number_as_sent,
                    nhs_number_status_indicator_code, family_name, given_name, person_birth_date,
                    person_stated_gender_code, address_line_1, postcode, team_identifier, episode_status, start_date,
                    end_date, end_reason, absent_since_date from register.hv_caseload"""));
        registers.put("chis-register", home.rows(FIRST.plusDays(NIGHTS - 1), """
                select sender, source_system_code, source_key, nhs_number, nhs_number_as_sent,
                    nhs_number_status_indicator_code, family_name, given_name, person_birth_date,
                    person_stated_gender_code, address_line_1, postcode, record_status, record_status_date,
                    person_death_date, restricted, absent_since_date from register.chis_record"""));
        registers.put("persons", home.rows(FIRST.plusDays(NIGHTS - 1), """
                select nhs_number, family_name, given_name, person_birth_date, person_stated_gender_code,
                    address_line_1, postcode, general_medical_practice_code, on_extract from register.person"""));
        registers.put("doses", home.rows(FIRST.plusDays(NIGHTS - 1), """
                select record.source_system, record.source_key, event.nhs_number, event.person_birth_date,
                    event.programme, event.procedure_code, event.event_date, event.recorded_date,
                    event.primary_source, event.performing_organisation, event.batch_number, event.dose_sequence
                from register.event as event
                inner join register.record as record on record.record_key = event.record_key
                where record.feed = 'vaccination-v5' and not event.withdrawn"""));
    }

    @Test
    void RP02_everyFileAndEveryLineEndsAsTheSlowReaderSays() {
        assertThat(files).isGreaterThanOrEqualTo(FILES);
        assertThat(disagreements).as("seed " + SEED).isEmpty();
    }

    /** Without variety the agreement would prove little. */
    @Test
    void theFilesHaveAllKindsOfFaults() {
        assertThat(outcomes.keySet())
                .contains(
                        "TAKEN",
                        "REJECTED CONTROL_TOTAL",
                        "REJECTED HEADER_MISMATCH",
                        "HELD SEQUENCE_GAP",
                        "HELD SEQUENCE_CONFLICT",
                        "HELD POPULATION_DROP",
                        "DUPLICATE DUPLICATE_FILE",
                        "line REJECTED CONTROL_CHARACTER",
                        "line REJECTED QUOTING",
                        "line REJECTED FIELD_COUNT",
                        "line REJECTED DUPLICATE_KEY",
                        "line REJECTED UNKNOWN_KEY",
                        "line SKIPPED REPEATED_HEADER",
                        "line SKIPPED OUT_OF_SCOPE",
                        "line DUPLICATE",
                        "line STALE STALE",
                        "line APPLIED_WITH_WARNING NHS_CHECK_DIGIT",
                        "line APPLIED_WITH_WARNING NOT_LINKED",
                        "line APPLIED_WITH_WARNING UNKNOWN_KEY");
    }

    @Test
    void RP06_theRegistersAreThoseOfTheSlowReader() {
        same(
                "gp-registration",
                slow.register("gp-registration").entrySet().stream()
                        .map(row -> joined(
                                List.of(
                                        row.getKey().get(0),
                                        row.getKey().get(1),
                                        row.getKey().get(2)),
                                row.getValue(),
                                "NHS_NUMBER",
                                "number as sent",
                                "NHS_NUMBER_STATUS_INDICATOR_CODE",
                                "PERSON_FAMILY_NAME",
                                "PERSON_GIVEN_NAME",
                                "PERSON_BIRTH_DATE",
                                "PERSON_STATED_GENDER_CODE",
                                "ADDRESS_LINE_1",
                                "POSTCODE_OF_USUAL_ADDRESS",
                                "START_DATE_GMP_PATIENT_REGISTRATION",
                                "END_DATE_GMP_PATIENT_REGISTRATION",
                                "GP_REGISTRATION_TYPE",
                                "REASON_FOR_REMOVAL",
                                "absent since")));
        same(
                "hv-caseload",
                slow.register("hv-caseload").entrySet().stream()
                        .map(row -> joined(
                                row.getKey(),
                                row.getValue(),
                                "NHS_NUMBER",
                                "number as sent",
                                "NHS_NUMBER_STATUS_INDICATOR_CODE",
                                "PERSON_FAMILY_NAME",
                                "PERSON_GIVEN_NAME",
                                "PERSON_BIRTH_DATE",
                                "PERSON_STATED_GENDER_CODE",
                                "ADDRESS_LINE_1",
                                "POSTCODE_OF_USUAL_ADDRESS",
                                "CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER",
                                "EPISODE_STATUS",
                                "CASELOAD_START_DATE",
                                "CASELOAD_END_DATE",
                                "CASELOAD_END_REASON",
                                "absent since")));
        same("chis-register", slow.register("chis-register").entrySet().stream().map(row -> {
            Map<String, String> said = new LinkedHashMap<>(row.getValue());
            said.put("restricted", String.valueOf("Y".equals(said.get("RESTRICTED_INDICATOR"))));
            return joined(
                    row.getKey(),
                    said,
                    "NHS_NUMBER",
                    "number as sent",
                    "NHS_NUMBER_STATUS_INDICATOR_CODE",
                    "PERSON_FAMILY_NAME",
                    "PERSON_GIVEN_NAME",
                    "PERSON_BIRTH_DATE",
                    "PERSON_STATED_GENDER_CODE",
                    "ADDRESS_LINE_1",
                    "POSTCODE_OF_USUAL_ADDRESS",
                    "RECORD_STATUS",
                    "RECORD_STATUS_DATE",
                    "PERSON_DEATH_DATE",
                    "restricted",
                    "absent since");
        }));
    }

    @Test
    void RP06_personsAndDosesAreThoseOfTheSlowReader() {
        same("persons", slow.persons().entrySet().stream().map(person -> {
            Map<String, String> said = new LinkedHashMap<>(person.getValue());
            said.put("on extract", String.valueOf(SlowIntake.onExtract(person.getValue())));
            return joined(
                    List.of(person.getKey()),
                    said,
                    "family_name",
                    "given_name",
                    "date_of_birth",
                    "gender",
                    "address_line_1",
                    "postcode",
                    "primary_care_provider",
                    "on extract");
        }));
        same("doses", slow.doses().entrySet().stream().map(dose -> {
            Map<String, String> said = new LinkedHashMap<>(dose.getValue());
            said.put("programme", SlowIntake.programme(dose.getValue()));
            return joined(
                    dose.getKey(),
                    said,
                    "NHS_NUMBER",
                    "PERSON_DOB",
                    "programme",
                    "VACCINATION_PROCEDURE_CODE",
                    "DATE_AND_TIME",
                    "RECORDED_DATE",
                    "PRIMARY_SOURCE",
                    "SITE_CODE",
                    "BATCH_NUMBER",
                    "DOSE_SEQUENCE");
        }));
    }

    private void same(String register, Stream<String> expected) {
        List<String> rows = expected.sorted().toList();
        assertThat(rows).as(register).isNotEmpty();
        List<String> missing = new ArrayList<>(rows);
        missing.removeAll(registers.get(register));
        List<String> unexpected = new ArrayList<>(registers.get(register));
        unexpected.removeAll(rows);
        assertThat(List.of(missing, unexpected))
                .as(register + ": missing, unexpected; seed " + SEED)
                .isEqualTo(List.of(List.of(), List.of()));
        assertThat(registers.get(register)).as(register).isEqualTo(rows);
    }

    private static String joined(List<String> key, Map<String, String> values, String... names) {
        return Stream.concat(key.stream(), Stream.of(names).map(name -> values.getOrDefault(name, "")))
                .collect(Collectors.joining("|"));
    }
}
