package muster.feed.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import muster.feed.inbox.MeshInbox.MeshReport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbound log, {@code engine.mesh_report}: what MESH said about messages that were sent. */
final class MeshReports {

    private final Path home;
    private final JdbcClient database;

    MeshReports(Path home, JdbcClient database) {
        this.home = home;
        this.database = database;
    }

    /** Records the reports of a night, with the night's set of files. */
    void record(LocalDate night, List<MeshReport> reports) {
        for (MeshReport report : reports) {
            String path = home.relativize(report.control()).toString();
            JdbcClient.StatementSpec insert = database.sql("""
                            insert into engine.mesh_report (
                                business_date, path, kept_as, workflow_id, local_id, dts_id, from_mailbox, to_mailbox,
                                status, status_code, status_description, status_at)
                            values (
                                :night, :path, :kept, :workflowid, :localid, :dtsid, :from_dts, :to_dts, :status,
                                :statuscode, :description, :datetime)
                            """)
                    .param("night", night)
                    .param("path", path)
                    .param("kept", "archive/" + night.format(DateTimeFormatter.BASIC_ISO_DATE) + "/reports/" + path);
            for (String value : List.of(
                    "workflowid",
                    "localid",
                    "dtsid",
                    "from_dts",
                    "to_dts",
                    "status",
                    "statuscode",
                    "description",
                    "datetime")) {
                insert = insert.param(value, report.said().values().get(value), Types.VARCHAR);
            }
            insert.update();
        }
    }

    private record Kept(String path, String keptAs) {}

    /** Puts the reports of a night away; a second call does what is left. */
    void settle(LocalDate night) throws IOException {
        List<Kept> kept = database.sql(
                        "select path, kept_as from engine.mesh_report where business_date = :night order by path")
                .param("night", night)
                .query(Kept.class)
                .list();
        for (Kept each : kept) {
            Path control = home.resolve(each.path());
            Path to = home.resolve(each.keptAs());
            Files.createDirectories(to.getParent());
            Path payload = MeshPairs.payloadOf(control);
            if (payload != null) {
                move(payload, to.resolveSibling(InboxScan.name(payload)));
            }
            move(control, to);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
