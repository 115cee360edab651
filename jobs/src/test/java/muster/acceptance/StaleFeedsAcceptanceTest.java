package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** RP-13: a feed that does not come is visible on whatever rests on it, and is never read as "nobody". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaleFeedsAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String AFTER_ONE = "2026-11-11";
    private static final String AFTER_TWO = "2026-11-12";
    private static final String AFTER_NINE = "2026-11-19";
    private static final String AFTER_FIFTEEN = "2026-11-25";
    private static final String QUARTER = "2027-02-01";

    @TempDir
    private static Path folder;

    private Installation home;
    private final Map<String, Integer> exits = new LinkedHashMap<>();

    @BeforeAll
    void nightsWithoutFeeds() {
        home = Installation.served(folder);
        Families families = new Families();
        for (int n = 0; n < 30; n++) {
            families.settled("child " + n, "2024-0" + (1 + n % 9) + "-15");
        }
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(FIRST, 1).forEach(home::drop);
        exits.put(FIRST, home.nightly(FIRST, "--baseline"));
        // The GP and HV lists come on this night once more; what stays away stays away.
        families.gp().forEach((sender, rows) -> home.drop(GpReg.full(sender, AFTER_ONE, 2, rows)));
        for (String night : List.of(AFTER_ONE, AFTER_TWO, AFTER_NINE, AFTER_FIFTEEN, QUARTER)) {
            exits.put(night, home.nightly(night));
        }
    }

    private String state(String night, String feed) {
        for (JsonNode each : home.run(night).get("feeds")) {
            if (each.get("feed").asText().equals(feed)) {
                return each.get("state").asText()
                        + (each.get("stale_since").isNull()
                                ? ""
                                : " " + each.get("stale_since").asText());
            }
        }
        return "no such feed";
    }

    private String worklist(String night) {
        return Places.files(home.outbox(night).resolve("worklists")).stream()
                .filter(file -> file.toString().contains("muster_worklist_chis-rca"))
                .map(Places::text)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> states(String night, String column) {
        return home.export("cohort", night).stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }

    @Test
    void RP13_aFeedThatCameIsFreshAndItsDateStands() {
        assertThat(exits.get(FIRST)).isZero();
        assertThat(state(FIRST, "hv-caseload")).isEqualTo("CURRENT");
        assertThat(state(FIRST, "vaccination-v5")).isEqualTo("NEVER_CAME");
        assertThat(worklist(FIRST))
                .contains("Data as at:", "GP registrations (GPREG) 10 Nov 2026")
                .doesNotContain("STALE DATA");
    }

    @Test
    void RP13_oneNightLateAndNoMore() {
        assertThat(state(AFTER_ONE, "chis-register")).isEqualTo("CURRENT");
        assertThat(state(AFTER_TWO, "chis-register")).isEqualTo("LATE 2026-11-12");
        assertThat(state(AFTER_TWO, "gp-registration")).isEqualTo("CURRENT");
        assertThat(worklist(AFTER_TWO)).contains("STALE DATA: ", "stale since 12 Nov 2026");
        assertThat(exits.get(AFTER_TWO)).isZero();
    }

    @Test
    void RP13_beyondTheLimitNothingIsConcluded() {
        assertThat(exits.get(AFTER_NINE)).isEqualTo(3);
        assertThat(state(AFTER_NINE, "chis-register")).isEqualTo("BEYOND_LIMIT 2026-11-12");
        assertThat(state(AFTER_NINE, "hv-caseload")).isEqualTo("LATE 2026-11-19");
        assertThat(states(AFTER_NINE, "chis_state")).containsExactly("UNKNOWN");
        assertThat(states(AFTER_NINE, "hv_state")).containsExactly("OK");
        assertThat(states(AFTER_FIFTEEN, "hv_state")).containsExactly("UNKNOWN");
        assertThat(states(AFTER_FIFTEEN, "gp_state")).containsExactly("OK");
        // Whether a list is stale is no word on what is owed to a child.
        assertThat(home.export("exceptions", AFTER_FIFTEEN))
                .filteredOn(row -> row.get("item_code").isEmpty())
                .isEmpty();
        assertThat(home.run(AFTER_NINE).get("do_now").toString()).contains("chis-register", "pds-extract");
    }

    @Test
    void RP13_everyReportOfTheNightSaysIt() throws Exception {
        assertThat(Places.text(home.outbox(AFTER_NINE).resolve("run.html"))).contains("Freshness", "Beyond limit");
        assertThat(Places.text(home.outbox(AFTER_NINE).resolve("run.txt")))
                .contains("Stale", "chis-register RCA since");
        assertThat(home.said("status")).contains("Freshness", "beyond limit since");
    }

    @Test
    void RP13_aCommissionerReadsNotAvailableAndNeverNought() {
        List<Path> reports = Places.files(home.outbox(QUARTER).resolve("reports"));
        assertThat(reports).isNotEmpty();
        assertThat(reports).allSatisfy(report -> assertThat(Places.text(report).replaceAll("\\s+", " "))
                .contains("Some of the data is not up to date", "Date of each feed"));
        String open = Places.files(home.outbox(QUARTER).resolve("open")).stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .map(Places::text)
                .findFirst()
                .orElseThrow();
        assertThat(open.lines().skip(1)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains(",stale,"));
        assertThat(reports)
                .filteredOn(report -> report.toString().contains("_la-"))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(Places.text(report)).contains("[x]"));
    }
}
