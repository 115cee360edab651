package muster.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.engine.RunLedger;
import muster.feed.inbox.FileIntake;
import muster.publish.DataDates;
import muster.publish.FeedDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last runs, what is held, how fresh each feed is, and what a person must do next; no fact about a person. */
@Component
public class StatusReport {

    private static final int MOST_SENDERS = 20;

    private final JdbcClient database;
    private final RunLedger ledger;
    private final Attention attention;
    private final FileIntake intake;
    private final Freshness freshness;

    StatusReport(JdbcClient database, RunLedger ledger, Attention attention, FileIntake intake, Freshness freshness) {
        this.database = database;
        this.ledger = ledger;
        this.attention = attention;
        this.intake = intake;
        this.freshness = freshness;
    }

    /** The report as text for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Optional<LocalDate> unfinished = ledger.unfinished();
        Optional<LocalDate> last = ledger.lastPublished();
        nights(text);
        if (last.isPresent()) {
            freshness(text, last.get());
        }
        states(text);
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

    /** As the last night saw it; each sender by name where it is not fresh. */
    private void freshness(StringBuilder text, LocalDate night) {
        text.append("\nFreshness of each feed (date of the last list taken)\n");
        List<FeedDate> feeds = freshness.of(night);
        Map<String, List<FeedDate>> byFeed =
                feeds.stream().collect(Collectors.groupingBy(FeedDate::feed, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byFeed.forEach((feed, senders) -> {
            DataDates dates = new DataDates(senders);
            lines.add("  %-18s %s"
                    .formatted(
                            feed,
                            dates.dateWords().substring(senders.get(0).title().length() + 1)));
            senders.stream()
                    .filter(FeedDate::stale)
                    .limit(MOST_SENDERS)
                    .map(date -> "    %s%s: %s since %s%s"
                            .formatted(
                                    date.sender().isEmpty() ? "all" : date.sender(),
                                    date.asAt() == null ? "" : ", last of " + date.asAt(),
                                    date.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    date.staleSince(),
                                    date.held().isEmpty() ? "" : ", held: " + date.held()))
                    .forEach(lines::add);
        });
        append(text, lines);
        intake.unread().forEach((feed, files) -> text.append("  ")
                .append(feed)
                .append(": ")
                .append(files)
                .append(" file(s) wait for a reader that this version does not have\n"));
    }

    /** How many of the last night's files came to each state, from the events that the file register keeps. */
    private void states(StringBuilder text) {
        text.append("\nFiles of the last night, by each state they came to\n");
        List<String> lines = database.sql("""
                        select event.state, count(*) as files
                        from engine.file_event as event
                        inner join engine.file as file on file.file_id = event.file_id
                        where file.business_date = (select max(business_date) from engine.intake)
                        group by event.state
                        order by array_position(
                            array['TAKEN', 'LANDED', 'APPLIED', 'DUPLICATE', 'WAITING', 'HELD', 'REJECTED'], event.state)
                        """)
                .query((row, n) -> "  %-9s  %d".formatted(row.getString(1), row.getLong(2)))
                .list();
        append(text, lines);
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
