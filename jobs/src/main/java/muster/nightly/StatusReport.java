package muster.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muster.engine.RunLedger;
import muster.feed.inbox.FileIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last runs, what is held, how fresh each feed is, and what a person must do next; no fact about a person. */
@Component
public class StatusReport {

    private final JdbcClient database;
    private final RunLedger ledger;
    private final Attention attention;
    private final FileIntake intake;

    StatusReport(JdbcClient database, RunLedger ledger, Attention attention, FileIntake intake) {
        this.database = database;
        this.ledger = ledger;
        this.attention = attention;
        this.intake = intake;
    }

    /** The report as text for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Optional<LocalDate> unfinished = ledger.unfinished();
        Optional<LocalDate> last = ledger.lastPublished();
        nights(text);
        freshness(text);
        held(text);
        awaited(text);
        releases(text);
        deliveries(text);
        text.append("\nDo next\n");
        if (unfinished.isPresent()) {
            text.append("  Run again, it resumes: muster nightly --date ")
                    .append(unfinished.get())
                    .append('\n');
        }
        List<String> doNow = last.map(attention::of).orElse(List.of());
        doNow.forEach(line -> text.append("  ").append(line).append('\n'));
        if (last.isEmpty() && unfinished.isEmpty()) {
            text.append(
                    "  No night was run yet: put files into inbox/ and run muster nightly --date DATE --baseline\n");
        } else if (doNow.isEmpty() && unfinished.isEmpty()) {
            text.append("  Nothing to do.\n");
        }
        return text.toString();
    }

    private void nights(StringBuilder text) {
        text.append("Last nights\n");
        List<String> lines = database.sql("""
                        select run.business_date, run.state, run.baseline,
                            count(file.file_id) filter (where file.state = 'APPLIED') as taken,
                            count(file.file_id) filter (where file.state in ('HELD', 'REJECTED')) as stopped
                        from engine.run as run
                        left join engine.file as file on file.business_date = run.business_date
                        group by run.business_date, run.state, run.baseline
                        order by run.business_date desc limit 7
                        """)
                .query((row, n) -> "  %s  %-9s  %d files taken, %d held or refused%s"
                        .formatted(
                                row.getString(1),
                                row.getString(2).equals("PUBLISHED") ? "published" : "unfinished",
                                row.getLong(4),
                                row.getLong(5),
                                row.getBoolean(3) ? ", first load" : ""))
                .list();
        append(text, lines);
    }

    private void freshness(StringBuilder text) {
        text.append("\nFreshness of each feed (last list taken)\n");
        List<String> lines = database.sql("""
                        select file.feed, count(distinct file.sender) as senders,
                            max(coalesce(file.as_at_date, file.business_date)) as newest,
                            min(latest.newest) as oldest
                        from engine.file as file
                        inner join (
                            select feed, sender, max(coalesce(as_at_date, business_date)) as newest
                            from engine.file where state = 'APPLIED' group by feed, sender
                        ) as latest on latest.feed = file.feed and latest.sender is not distinct from file.sender
                        where file.state = 'APPLIED' and file.feed <> 'reference'
                        group by file.feed order by file.feed
                        """)
                .query((row, n) -> "  %-16s %d sender(s), newest %s, oldest %s"
                        .formatted(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
        append(text, lines);
        intake.unread().forEach((feed, files) -> text.append("  ")
                .append(feed)
                .append(": ")
                .append(files)
                .append(" file(s) wait for a reader that this version does not have\n"));
    }

    private void held(StringBuilder text) {
        text.append("\nHeld\n");
        List<String> lines = database.sql("""
                        select held.feed, held.name, held.reason_code, held.business_date
                        from engine.file as held
                        where held.state = 'HELD'
                            and not exists (
                                select from engine.file as later
                                where later.file_id > held.file_id and later.path = coalesce(held.kept_as, held.path))
                        order by held.file_id desc limit 20
                        """)
                .query((row, n) -> "  %s  %s  %s  since %s"
                        .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        append(text, lines);
    }

    private void awaited(StringBuilder text) {
        text.append("\nNumbers that wait for a refresh from PDS\n");
        append(
                text,
                database.sql("""
                        select count(*), count(*) filter (where stops_lists) from cohort.pds_awaited_history
                        where upper_inf(nights)
                        """)
                        .query((row, n) ->
                                "  %d, of them on no list until it comes: %d".formatted(row.getLong(1), row.getLong(2)))
                        .list());
    }

    private void deliveries(StringBuilder text) {
        List<String> lines = database.sql("""
                        select business_date, coalesce(workflow_id, '-'), coalesce(local_id, dts_id, '-'),
                            concat_ws(' ', status, status_code, status_description)
                        from engine.mesh_report
                        order by business_date desc, path limit 20
                        """)
                .query((row, n) -> "  %s  %s  %s  %s"
                        .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        if (!lines.isEmpty()) {
            text.append("\nDelivery reports about what was sent (MESH)\n");
            append(text, lines);
        }
    }

    private void releases(StringBuilder text) {
        List<String> lines = database.sql("""
                        select feed, name, released_by, reason, used_on from engine.release
                        order by business_date desc, feed, name limit 10
                        """)
                .query((row, n) -> "  %s %s released by %s: %s%s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5) == null
                                        ? " (waits for the next night)"
                                        : ", taken " + row.getString(5)))
                .list();
        if (!lines.isEmpty()) {
            text.append("\nReleases\n");
            append(text, lines);
        }
    }

    private static void append(StringBuilder text, List<String> lines) {
        if (lines.isEmpty()) {
            text.append("  none\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
    }
}
