package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.engine.database.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * SG-06: a number is invalidated without a survivor on the night on which a child of the same birth date, address and
 * immunisations comes under another. Nothing outside the registers, where each source's own words stand, holds the two
 * together: no file, no line of an export, no row of a table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityCanaryAcceptanceTest {

    private static final List<String> NIGHTS = List.of("2026-11-16", "2026-11-17", "2026-11-18");
    private static final List<String> EXPORTS = List.of("cohort", "exceptions", "measures", "links", "intake");
    private static final String BORN = "2022-05-05";
    private static final String SINCE = "2024-04-01";

    @TempDir
    private static Path folder;

    private Installation home;
    private final Families families = new Families();
    private Person before;
    private Person after;

    @BeforeAll
    void threeNights() {
        home = Installation.served(folder);
        for (int n = 0; n < 30; n++) {
            families.settled("settled " + n, "2023-06-0" + (1 + n % 9));
        }
        before = families.child("before", BORN, ReferenceSets.A);
        Person other = Person.of(BORN, ReferenceSets.A);
        after = new Person(
                other.number(), other.family(), other.given(), before.born(), before.postcode(), before.line());
        // No practice on PDS: an open case each, so that each stands on a list while it may.
        families.pds(PdsExtract.row(before, "", SINCE, 1));
        held(before);
        home.drop(PdsExtract.file("first", families.pds()));
        home.drop(doses(before, "20261115T180000"));
        families.registers(NIGHTS.get(0), 1).forEach(file -> home.drop(file));
        assertThat(home.nightly(NIGHTS.get(0), "--baseline")).isZero();

        families.without(families.hv(), "RHA", "before").without(families.chis(), "RCA", "before");
        held(after);
        home.drop(PdsExtract.file(
                "second",
                List.of(
                        PdsExtract.row(before, "", SINCE, 2)
                                .with("record_type", "AMENDED")
                                .with("invalid_flag", "true"),
                        PdsExtract.row(after, "", SINCE, 1))));
        home.drop(
                doses(after, "20261116T180000"),
                Signals.version1("nhs-number-change-1", before, "2026-11-16T09:00:00Z", "nhsNumberStatus", "I"));
        families.registers(NIGHTS.get(1), 2).forEach(file -> home.drop(file));
        assertThat(home.nightly(NIGHTS.get(1))).isZero();
        families.registers(NIGHTS.get(2), 3).forEach(file -> home.drop(file));
        assertThat(home.nightly(NIGHTS.get(2))).isZero();
    }

    private void held(Person person) {
        families.hv("RHA", HvCase.row(person, "RHA", SINCE)).chis("RCA", ChisReg.row(person, "RCA", SINCE));
    }

    private static Dropped doses(Person person, String stamp) {
        return VaccinationV5.file(
                "MMR",
                stamp,
                List.of(
                        VaccinationV5.given(person, "38598009", "2023-05-12").with("BATCH_NUMBER", "SAME1"),
                        VaccinationV5.given(person, "38598009", "2025-10-10").with("BATCH_NUMBER", "SAME2")));
    }

    @Test
    void theOneIsInvalidatedAndTheOtherIsAChildOfTheArea() {
        List<Map<String, String>> cohort = home.export("cohort", NIGHTS.get(1));
        assertThat(cohort)
                .filteredOn(row -> row.get("nhs_number").equals(before.number()))
                .extracting(row -> row.get("bucket"))
                .containsExactly("INVALIDATED");
        assertThat(cohort)
                .filteredOn(row -> row.get("nhs_number").equals(after.number()))
                .extracting(row -> row.get("bucket"))
                .containsExactly("IN_AREA");
        assertThat(home.export("exceptions", NIGHTS.get(0)))
                .anyMatch(row -> row.get("nhs_number").equals(before.number()));
        assertThat(home.export("exceptions", NIGHTS.get(1)))
                .anyMatch(row -> row.get("nhs_number").equals(after.number()));
    }

    @Test
    void SG06_noFileOfAnyNightHoldsBoth() {
        List<String> wrong = new ArrayList<>();
        for (Path part : List.of(folder.resolve("outbox"), folder.resolve("log"), folder.resolve("quarantine"))) {
            for (Path file : Places.files(part)) {
                String text = Places.text(file);
                if (both(text)) {
                    wrong.add(folder.relativize(file).toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Places.files(folder.resolve("outbox")).stream().map(Places::text))
                .as("the search finds whom a list may name")
                .anyMatch(text -> names(text, after));
    }

    @Test
    void SG06_noListNamesTheOldOnceItIsInvalidated() {
        for (String night : NIGHTS.subList(1, 3)) {
            assertThat(Places.files(home.outbox(night))).allSatisfy(file -> assertThat(Places.text(file))
                    .as(file.getFileName().toString())
                    .doesNotContain(before.number(), before.family()));
        }
    }

    @Test
    void SG06_noLineOfAnExportHoldsBoth() {
        String night = NIGHTS.get(1);
        for (String what : EXPORTS) {
            assertThat(new String(home.exportBytes(what, night), StandardCharsets.UTF_8).lines())
                    .as(what)
                    .noneMatch(this::both);
        }
        assertThat(explained(after)).contains("Born " + BORN).matches(text -> !names(text, before));
        assertThat(explained(before)).contains("Born " + BORN).matches(text -> !names(text, after));
    }

    private boolean both(String text) {
        return names(text, before) && names(text, after);
    }

    /** By the number, as it is or as lists space it, or by the family name, which nobody else has. */
    private static boolean names(String text, Person person) {
        String number = person.number();
        String spaced = number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
        return text.contains(number) || text.contains(spaced) || text.contains(person.family());
    }

    private String explained(Person person) {
        return home.said("explain", "--nhs-number", person.number(), "--date", NIGHTS.get(2));
    }

    @Test
    void SG06_noRowOutsideTheRegistersHoldsBothNumbersOrBothKeys() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Database database = Database.open(folder, Map.of());
                Connection connection = DriverManager.getConnection(
                        database.access().url(),
                        database.access().username(),
                        database.access().password());
                Statement sql = connection.createStatement()) {
            String keys = keysOfBoth(sql);
            for (String table : tables(sql)) {
                if (count(
                                sql,
                                "select count(*) from " + table + " as t where t::text like '%" + before.number()
                                        + "%' and t::text like '%" + after.number() + "%'")
                        > 0) {
                    wrong.add(table + " by number");
                }
            }
            for (String candidate : List.of("identity.link_history")) {
                if (count(
                                sql,
                                "select count(*) from " + candidate + " where child_key in (" + keys
                                        + ") and candidate_child_key in (" + keys + ")")
                        > 0) {
                    wrong.add(candidate + " by key");
                }
            }
            assertThat(count(
                            sql,
                            "select count(distinct child_key) from identity.link_history where record_key in ("
                                    + "select record_key from register.person_history where nhs_number in ('"
                                    + before.number()
                                    + "', '" + after.number() + "'))"))
                    .as("each its own child for ever")
                    .isEqualTo(2);
        }
        assertThat(wrong).isEmpty();
    }

    private String keysOfBoth(Statement sql) throws Exception {
        try (ResultSet keys = sql.executeQuery(
                "select string_agg(distinct child_key::text, ',') from cohort.child_history where nhs_number in ('"
                        + before.number() + "', '" + after.number() + "')")) {
            keys.next();
            assertThat(keys.getString(1).split(",")).hasSize(2);
            return keys.getString(1);
        }
    }

    private static List<String> tables(Statement sql) throws Exception {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = sql.executeQuery(
                "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in"
                        + " ('register', 'landing', 'pg_catalog', 'information_schema') order by 1")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(50);
        return tables;
    }

    private static long count(Statement sql, String query) throws Exception {
        try (ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
