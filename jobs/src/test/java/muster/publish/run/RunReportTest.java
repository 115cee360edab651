package muster.publish.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import muster.publish.FeedDate;
import muster.publish.outbox.PublishedFile;
import org.junit.jupiter.api.Test;

class RunReportTest {

    @Test
    void theTextFitsSeventyTwoColumnsAndFortyLines() {
        for (String text : List.of(RunText.of(aNight()), RunText.of(aBadNight()))) {
            assertThat(text.lines()).allMatch(line -> line.length() <= 72);
            assertThat(text.lines().count()).isLessThan(40);
            assertThat(text).endsWith("\n").doesNotContain("\r");
        }
    }

    @Test
    void theTextSaysWhatToDoAndThatTheCasesAddUp() {
        String text = RunText.of(aNight());
        assertThat(text)
                .startsWith("CHILD HEALTH FAILSAFE: RUN 2027-01-15   COMPLETED WITH WARNINGS\n")
                .contains("DO NOW: Eastvale HV feed missing, 3rd night. Ring provider desk.")
                .contains("Open cases start 3,118  +166 opened  -188 closed  = 3,096 at end")
                .contains("Checks     2 passed, 1 warning, 0 failed")
                .contains("  W  C17  HV Eastvale caseload unchanged for 3 nights")
                .contains("Duration   1 h 12 m");
        assertThat(RunText.of(aQuietNight())).contains("DO NOW: Nothing to do.");
        assertThat(RunText.subject(aNight()))
                .isEqualTo("[WARN] Failsafe run 2027-01-15: 12 urgent, 1 file held or refused");
    }

    @Test
    void sumsThatDoNotComeOutAreSaidInEveryForm() {
        assertThat(aNight().sumsThatDoNotComeOut()).isEmpty();
        RunReport wrong = aBadNight();
        assertThat(wrong.sumsThatDoNotComeOut())
                .containsExactly(
                        "File HVCASE_RXC_20270114_0007_D.csv: outcomes do not add up to the rows read",
                        "FS-101: start + opened - closed is not the number at the end",
                        "Children: 20001 known, 20000 accounted for");
        assertThat(RunHtml.of(wrong)).contains("<ul class=\"wrong\">\n<li>File HVCASE_RXC");
        assertThat(RunText.of(wrong)).contains("  F  FS-101: start + opened - closed is not");
    }

    @Test
    void theJsonHasTheKeysOfTheContractFirstAndInOrder() throws IOException {
        String text = json(aNight());
        assertThat(text).isEqualTo(json(aNight())).endsWith("}\n").doesNotContain("\r");
        JsonNode root = new ObjectMapper().readTree(text);
        assertThat(keys(root).subList(0, 12))
                .containsExactly(
                        "run_id",
                        "business_date",
                        "baseline",
                        "verdict",
                        "do_now",
                        "files",
                        "steps",
                        "children",
                        "conservation",
                        "exceptions",
                        "definitions",
                        "peak_heap_bytes");
        assertThat(root.get("verdict").asText()).isEqualTo("Completed with warnings");
        assertThat(root.get("business_date").asText()).isEqualTo("2027-01-15");
        assertThat(keys(root.get("files").get(0)))
                .containsExactly(
                        "name",
                        "feed",
                        "sender",
                        "state",
                        "reason",
                        "read",
                        "applied",
                        "warned",
                        "no_change",
                        "stale",
                        "duplicate",
                        "skipped",
                        "rejected",
                        "sha256",
                        "seconds");
        assertThat(keys(root.get("steps").get(0))).containsExactly("name", "seconds", "rows");
        assertThat(keys(root.get("conservation"))).containsExactly("ok", "in", "accounted");
        assertThat(root.get("children").get("OUT_OF_AREA").asLong()).isEqualTo(1_500);
        assertThat(root.get("exceptions").get("FS-101").get("end").asLong()).isEqualTo(3_000);
        assertThat(root.get("definitions")
                        .get("exceptions/fs_101_no_gp_registration.yaml")
                        .asText())
                .isEqualTo("ab12");
    }

    @Test
    void thePageStandsAloneAndNamesEveryFileAndType() {
        String page = RunHtml.of(aNight());
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
                .doesNotContain("<script", "http://", "https://", "@import")
                .contains(
                        "Completed with warnings",
                        "GPREG_RXA_20270114_0012_F.csv",
                        ">FS-101</th>",
                        "HELD: SEQUENCE_GAP")
                .contains("<tr class=\"total\"><th scope=\"row\">Accounted for</th><td class=\"n\">20,000</td>");
        assertThat(page.length()).isLessThan(500_000);
        assertThat(RunHtml.of(aBadNight())).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void manyMessagesOfOneFeedStandInOneLine() {
        List<FileLine> messages = IntStream.range(0, 3_000)
                .mapToObj(number -> new FileLine(
                        "message" + number + ".xml",
                        "nems",
                        "",
                        number == 7 ? "REJECTED" : "ACCEPTED",
                        number == 7 ? "FILE_NAME" : "",
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        0))
                .toList();
        assertThat(FeedRows.of(messages).stream().map(FeedRows.FeedRow::name))
                .containsExactly("3,000 files", "message7.xml");
        assertThat(FeedRows.of(messages).get(0).state()).isEqualTo("ACCEPTED 2999, REJECTED 1");
    }

    private static String json(RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunJson.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static RunReport aNight() {
        return report(
                Verdict.COMPLETED_WITH_WARNINGS,
                List.of("Eastvale HV feed missing, 3rd night. Ring provider desk."),
                files(),
                new Conservation(true, 20_000, 20_000),
                3_000);
    }

    private static RunReport aQuietNight() {
        return report(Verdict.COMPLETED, List.of(), files(), new Conservation(true, 20_000, 20_000), 3_000);
    }

    private static RunReport aBadNight() {
        List<FileLine> files = new ArrayList<>(files());
        files.add(new FileLine(
                "HVCASE_RXC_20270114_0007_D.csv",
                "hv-caseload",
                "RXC",
                "ACCEPTED",
                "",
                10,
                8,
                0,
                0,
                0,
                0,
                0,
                1,
                "",
                0));
        List<String> doNow = Collections.nCopies(
                30, "Look at <b>this</b>, which is a long sentence about a feed that came late or not at all today");
        return report(Verdict.NOT_COMPLETED, doNow, files, new Conservation(false, 20_001, 20_000), 3_001);
    }

    private static List<FileLine> files() {
        return List.of(
                new FileLine(
                        "GPREG_RXA_20270114_0012_F.csv",
                        "gp-registration",
                        "RXA",
                        "ACCEPTED",
                        "",
                        18_500,
                        118,
                        60,
                        18_110,
                        0,
                        0,
                        0,
                        212,
                        "9f".repeat(32),
                        1.4),
                new FileLine(
                        "HVCASE_RXB_20270114_0031_D.csv",
                        "hv-caseload",
                        "RXB",
                        "HELD",
                        "SEQUENCE_GAP",
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        0));
    }

    private static RunReport report(
            Verdict verdict, List<String> doNow, List<FileLine> files, Conservation conservation, long endOf101) {
        Map<String, Long> children = new LinkedHashMap<>();
        children.put("IN_AREA", 18_400L);
        children.put("OUT_OF_AREA", 1_500L);
        children.put("LEFT_ENGLAND", 100L);
        SortedMap<String, ExceptionLine> exceptions = new TreeMap<>();
        exceptions.put("FS-102", new ExceptionLine("Health visiting caseload", 100, 6, 0, 10, 96));
        exceptions.put("FS-101", new ExceptionLine("GP registration", 3_018, 160, 12, 178, endOf101));
        return new RunReport(
                "2027-01-15",
                LocalDate.of(2027, 1, 15),
                false,
                verdict,
                doNow,
                "Demonstration",
                "OFFICIAL-SENSITIVE",
                files,
                List.of(
                        new StepLine("intake.gp-registration", 20.2, 18_500),
                        new StepLine("cohort.custody", 4_300, 20_000),
                        new StepLine("publish.worklist", 0.4, 3_096)),
                children,
                conservation,
                exceptions,
                new UrgentCases(12, 2),
                new RegisterCounts(18_400, 18_300, 6_100, 18_350, 6_050, 41),
                List.of(new RejectLine(
                        "gp-registration", "NHS_CHECK_DIGIT", "The NHS number fails its check digit", 212)),
                List.of(
                        new CheckLine("R09", "Flow tables add up", CheckLine.Result.PASSED, "0", "0"),
                        new CheckLine("R16", "Every file has one recipient", CheckLine.Result.PASSED, "0", "0"),
                        new CheckLine(
                                "C17",
                                "HV Eastvale caseload unchanged for 3 nights",
                                CheckLine.Result.WARNING,
                                "3",
                                "2")),
                List.of(new PublishedFile(
                        "worklists/muster_worklist_chis-rxa_2027-01-15_v1.xlsx",
                        "0a".repeat(32),
                        3_096,
                        "CHIS",
                        "RXA",
                        "T1",
                        "OFFICIAL-SENSITIVE",
                        412_345)),
                new TreeMap<>(Map.of("exceptions/fs_101_no_gp_registration.yaml", "ab12")),
                new LinkedHashMap<>(Map.of("Code", "0.1.0")),
                List.of("service.yaml is absent: every CHIS in service_commission.csv is served"),
                List.of(
                        new FeedDate(
                                "hv-caseload",
                                "Caseload",
                                "RHA",
                                LocalDate.of(2027, 1, 14),
                                FeedDate.State.CURRENT,
                                null,
                                ""),
                        new FeedDate(
                                "hv-caseload",
                                "Caseload",
                                "RHB",
                                LocalDate.of(2026, 12, 30),
                                FeedDate.State.BEYOND_LIMIT,
                                LocalDate.of(2027, 1, 8),
                                "POPULATION_DROP")),
                List.of(new ReleaseLine("hv-caseload", "HVCASE_RHC.csv", "A Tester", "checked with the sender")),
                123_456_789L);
    }
}
