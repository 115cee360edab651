package muster.feed.inbox;

import static muster.feed.inbox.IntakeHome.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MESH pairs: whole ones go to their feed from whatever folder, reports go to the outbound log, others wait. */
class MeshIntakeTest {

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void open() throws Exception {
        home = new IntakeHome(folder);
    }

    @Test
    void aMessageIsTakenFromAnyFolder() throws Exception {
        pair("gp-registration", "20261117010203_0001", message("death-formal.xml"), data("DEATHNOTIFICATION_1"));
        pair("nems", "20261117010203_0002", message("record-change.xml"), data(""));
        home.run(D);
        assertThat(home.state("20261117010203_0001.dat")).isEqualTo("LANDED");
        assertThat(home.state("20261117010203_0002.dat")).isEqualTo("LANDED");
        assertThat(home.landed("nems", "event_code"))
                .containsExactlyInAnyOrder("pds-death-notification-1", "pds-record-change-1");
        home.intake.settle(home.night(D));
        assertThat(names("inbox/gp-registration")).isEmpty();
        assertThat(names("archive/20261117"))
                .contains("20261117010203_0001.dat", "20261117010203_0001.ctl", "20261117010203_0002.dat");
    }

    @Test
    void whatAPayloadHoldsDecidesBeforeItsWorkflow() throws Exception {
        pair("nems", "A", "nhs_number,record_type,date_of_birth,family_name\r\n", data("BIRTHNOTIFICATION_1"));
        pair("nems", "B", "rubbish", data("BIRTHNOTIFICATION_1"));
        home.run(D);
        assertThat(feed("A.dat")).isEqualTo("pds-extract");
        assertThat(home.state("A.dat")).isEqualTo("LANDED");
        assertThat(feed("B.dat")).isEqualTo("nems");
        assertThat(home.lines()).containsExactly("1 REJECTED XML_INVALID");
    }

    @Test
    void ourOwnLayoutsMayComeByMeshToo() throws Exception {
        String name = "GPREG_A00001_20261117_000001_F";
        home.dropWithControl(
                "gp-registration",
                name + ".csv",
                Rows.of("gp-registration").rows(1, 5).text());
        Path inbox = folder.resolve("inbox/gp-registration");
        Files.move(inbox.resolve(name + ".csv"), inbox.resolve(name + ".dat"));
        home.drop("gp-registration", name + ".ctl", data(""));
        home.baseline(D);
        assertThat(home.state(name + ".dat")).isEqualTo("LANDED");
        assertThat(home.landed("gp_registration", "local_patient_identifier_extended"))
                .hasSize(5);
        home.intake.settle(home.night(D));
        assertThat(names("archive/20261117")).containsExactly(name + ".ctl", name + ".ctl.csv", name + ".dat");
    }

    @Test
    void whatIsNotWholeWaitsAndIsHeldInTheEnd() throws Exception {
        home.drop("nems", "alone.dat", message("death-formal.xml"));
        pair("nems", "failed", message("death-formal.xml"), data("X").replace("SUCCESS", "ERROR"));
        pair("nems", "accepted", message("death-formal.xml"), data("X").replace("TRANSFER", "SEND"));
        home.drop("nems", "orphan.ctl", data("X"));
        home.run(D);
        assertThat(home.state("alone.dat")).isEqualTo("WAITING CONTROL_FILE_MISSING");
        assertThat(home.state("failed.dat")).isEqualTo("WAITING CONTROL_FILE_MISSING");
        assertThat(home.state("accepted.dat")).isEqualTo("WAITING CONTROL_FILE_MISSING");
        assertThat(home.state("orphan.ctl")).isEqualTo("WAITING FILE_CHANGING");
        home.drop("nems", "alone.ctl", data("X"));
        home.run(D.plusDays(1));
        assertThat(home.state("alone.dat")).isEqualTo("LANDED");
        assertThat(home.state("failed.dat")).isEqualTo("HELD CONTROL_FILE_MISSING");
    }

    @Test
    void aReportGoesToTheOutboundLogAndIsNeverRead() throws Exception {
        String report = data("FAILSAFEALERT_1")
                .replace("<MessageType>Data", "<MessageType>Report")
                .replace(
                        "SUCCESS</Status>",
                        "ERROR</Status><StatusCode>14</StatusCode><Description>Not collected</Description>");
        pair("nems", "R1", message("death-formal.xml"), report);
        home.drop("nems", "R2.ctl", report);
        home.run(D);
        home.run(D);
        assertThat(home.database
                        .sql(
                                "select concat_ws('|', path, workflow_id, local_id, status, status_code, status_description)"
                                        + " from engine.mesh_report order by path")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "inbox/nems/R1.ctl|FAILSAFEALERT_1|L1|ERROR|14|Not collected",
                        "inbox/nems/R2.ctl|FAILSAFEALERT_1|L1|ERROR|14|Not collected");
        assertThat(home.landed("nems", "event_code")).isEmpty();
        home.intake.settle(home.night(D));
        home.intake.settle(home.night(D));
        assertThat(names("inbox/nems")).isEmpty();
        assertThat(names("archive/20261117/reports/inbox/nems")).containsExactly("R1.ctl", "R1.dat", "R2.ctl");
    }

    @Test
    void SG21_aHostileControlFileIsRefused() throws Exception {
        String text = message("death-formal.xml");
        pair("nems", "dtd", text, "<!DOCTYPE DTSControl SYSTEM \"file:///etc/passwd\"><DTSControl/>");
        pair("nems", "cut", text, data("X").substring(0, 100));
        pair("nems", "other", text, "<Bundle/>");
        pair("nems", "deep", text, "<DTSControl>" + "<a>".repeat(900) + "</a>".repeat(900) + "</DTSControl>");
        pair("nems", "deeper", text, "<DTSControl>" + "<a>".repeat(9_000) + "</a>".repeat(9_000) + "</DTSControl>");
        pair("nems", "long", text, data("W".repeat(501)));
        pair("nems", "large", text, data("X") + " ".repeat(70_000));
        home.drop("nems", "linked.dat", text);
        Files.createSymbolicLink(folder.resolve("inbox/nems/linked.ctl"), folder.resolve("elsewhere"));
        home.run(D);
        assertThat(home.state("dtd.dat")).isEqualTo("REJECTED XML_DTD_REFUSED");
        assertThat(home.state("cut.dat")).isEqualTo("REJECTED XML_INVALID");
        assertThat(home.state("other.dat")).isEqualTo("REJECTED XML_INVALID");
        assertThat(home.state("deep.dat")).isEqualTo("REJECTED LIMIT_EXCEEDED");
        assertThat(home.state("deeper.dat")).isEqualTo("REJECTED LIMIT_EXCEEDED");
        assertThat(home.state("long.dat")).isEqualTo("REJECTED LIMIT_EXCEEDED");
        assertThat(home.state("large.dat")).isEqualTo("REJECTED LIMIT_EXCEEDED");
        assertThat(home.state("linked.dat")).isEqualTo("REJECTED FILE_NOT_REGULAR");
    }

    @Test
    void versionFiveNeedsNoControlFile() throws Exception {
        home.drop("vaccination-v5", "MMR_Vaccinations_v5_RXA_20261116T01020300.dat", "NHS_NUMBER|OTHER\n");
        home.run(D);
        assertThat(home.state("MMR_Vaccinations_v5_RXA_20261116T01020300.dat")).isEqualTo("REJECTED HEADER_MISMATCH");
    }

    private void pair(String feed, String stem, String payload, String control) throws IOException {
        home.drop(feed, stem + ".dat", payload);
        home.drop(feed, stem + ".ctl", control);
    }

    private static String data(String workflow) {
        return "<DTSControl><AddressType>DTS</AddressType><MessageType>Data</MessageType><WorkflowId>" + workflow
                + "</WorkflowId><LocalId>L1</LocalId><Subject/><StatusRecord><DateTime>20261117010203</DateTime>"
                + "<Event>TRANSFER</Event><Status>SUCCESS</Status></StatusRecord></DTSControl>";
    }

    private static String message(String name) throws IOException {
        return Files.readString(Path.of("jobs/src/test/resources/nems", name));
    }

    private String feed(String name) {
        return home.database
                .sql("select feed from engine.file where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private List<String> names(String below) throws IOException {
        try (var files = Files.list(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
