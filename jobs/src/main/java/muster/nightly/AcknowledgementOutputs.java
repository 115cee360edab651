package muster.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Night;
import muster.feed.Reason;
import muster.publish.acknowledgement.AcknowledgementCsv;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The acknowledgement of each file that the night looked at (rulings 3), and of the messages of each feed and sender
 * together: {@code acknowledgements/<name>.ack.csv}. Figures and lines are the file register's and the ledger's.
 */
@Component
class AcknowledgementOutputs {

    private static final String OUTPUT = "acknowledgement";
    private static final String FOLDER = "acknowledgements";
    private static final String UNKNOWN_SENDER = "UNKNOWN";
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~ -";
    private static final String NOT_FIRST = ".~ -";
    private static final int LONGEST_NAME = 180;
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final List<String> COUNTS =
            List.of("APPLIED", "APPLIED_WITH_WARNING", "NO_CHANGE", "STALE", "DUPLICATE", "SKIPPED", "REJECTED");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FeedDefinitions feeds;

    AcknowledgementOutputs(JdbcClient database, TransactionTemplate transaction, FeedDefinitions feeds) {
        this.database = database;
        this.transaction = transaction;
        this.feeds = feeds;
    }

    /** One file to acknowledge, or all messages of a sender together. */
    private record Subject(
            String feed,
            String sender,
            Long fileId,
            String name,
            String state,
            String reasonCode,
            String note,
            long read,
            List<Long> counts) {}

    /** Writes the acknowledgements of the night. */
    void write(Publication publication, Night night) throws IOException {
        Set<String> names = new HashSet<>();
        for (Subject subject : subjects(night.businessDate())) {
            String recipient = plain(subject.sender() == null ? UNKNOWN_SENDER : subject.sender())
                    .replace(' ', '_');
            OutputFile file = new OutputFile(OUTPUT, recipient, FOLDER, free(names, subject));
            publication.write(file, out -> {
                AcknowledgementCsv csv = new AcknowledgementCsv(out);
                write(csv, subject, night.businessDate());
                csv.close();
                return csv.records();
            });
        }
    }

    private void write(AcknowledgementCsv csv, Subject subject, LocalDate night) {
        csv.file(
                subject.name(),
                subject.feed(),
                subject.state(),
                subject.read(),
                subject.reasonCode(),
                words(subject.reasonCode(), subject.note()));
        for (int i = 0; i < COUNTS.size(); i++) {
            csv.count(
                    subject.name(),
                    subject.feed(),
                    COUNTS.get(i),
                    subject.counts().get(i));
        }
        if (subject.fileId() == null) {
            messagesNotTaken(csv, subject, night);
        }
        lines(csv, subject, night);
    }

    private List<Subject> subjects(LocalDate night) {
        String[] messages = feeds.feeds().values().stream()
                .filter(feed -> feed.files().message())
                .map(FeedDefinition::feed)
                .toArray(String[]::new);
        return database.sql("""
                        with looked_at as (
                            select file.*, feed = any (:messages) as message from engine.file as file
                            where business_date = :night
                        )
                        select feed, sender, max(file_id) filter (where not message) as file_id,
                            coalesce(max(name) filter (where not message), '') as name,
                            coalesce(max(
                                case when state in ('TAKEN', 'LANDED', 'APPLIED') then 'ACCEPTED' else state end
                            ) filter (where not message), 'ACCEPTED') as state,
                            max(reason_code) filter (where not message) as reason_code,
                            max(note) filter (where not message) as note,
                            sum(rows_read) as read, sum(rows_applied), sum(rows_warned), sum(rows_no_change),
                            sum(rows_stale), sum(rows_duplicate), sum(rows_skipped), sum(rows_rejected)
                        from looked_at
                        group by feed, sender, case when not message then file_id end
                        order by min(file_id)
                        """)
                .param("messages", messages)
                .param("night", night)
                .query((row, n) -> new Subject(
                        row.getString("feed"),
                        row.getString("sender"),
                        row.getObject("file_id", Long.class),
                        row.getString("name"),
                        row.getString("state"),
                        row.getString("reason_code"),
                        row.getString("note"),
                        row.getLong("read"),
                        List.of(
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12),
                                row.getLong(13),
                                row.getLong(14),
                                row.getLong(15))))
                .list();
    }

    private void messagesNotTaken(AcknowledgementCsv csv, Subject subject, LocalDate night) {
        database.sql("""
                        select name, state, reason_code, note from engine.file
                        where business_date = :night and feed = :feed and sender is not distinct from :sender
                            and state not in ('TAKEN', 'LANDED', 'APPLIED')
                        order by file_id
                        """)
                .param("night", night)
                .param("feed", subject.feed())
                .param("sender", subject.sender(), java.sql.Types.VARCHAR)
                .query((RowCallbackHandler) row -> csv.file(
                        row.getString("name"),
                        subject.feed(),
                        row.getString("state"),
                        0,
                        row.getString("reason_code"),
                        words(row.getString("reason_code"), row.getString("note"))));
    }

    /** A list refused line by line may be long: the server hands its lines over in portions. */
    private void lines(AcknowledgementCsv csv, Subject subject, LocalDate night) {
        transaction.executeWithoutResult(status -> database.sql("""
                        select file.name, line.outcome, line.line_no, line.field, line.reason_codes
                        from engine.file as file
                        inner join engine.line as line on line.file_id = file.file_id
                        where file.business_date = :night and file.feed = :feed
                            and file.sender is not distinct from :sender
                            and (cast(:id as bigint) is null or file.file_id = :id)
                        order by line.file_id, line.line_no nulls first
                        """)
                .withFetchSize(ROWS_AT_A_TIME)
                .param("night", night)
                .param("feed", subject.feed())
                .param("sender", subject.sender(), java.sql.Types.VARCHAR)
                .param("id", subject.fileId(), java.sql.Types.BIGINT)
                .query((RowCallbackHandler) row -> {
                    String[] codes = (String[]) row.getArray("reason_codes").getArray();
                    csv.line(
                            row.getString("name"),
                            subject.feed(),
                            row.getString("outcome"),
                            row.getObject("line_no", Long.class),
                            row.getString("field"),
                            String.join(";", codes),
                            Arrays.stream(codes)
                                    .map(code -> Reason.valueOf(code).message())
                                    .collect(Collectors.joining(" ")));
                }));
    }

    private static String words(String reasonCode, String note) {
        return Stream.of(reasonCode == null ? null : Reason.valueOf(reasonCode).message(), note)
                .filter(text -> text != null)
                .collect(Collectors.joining(" "));
    }

    /** A name as the intake export writes it: what is not plain as %XX, and so a dot in the first place. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean kept = PLAIN.indexOf(each) >= 0 && !(plain.isEmpty() && NOT_FIRST.indexOf(each) >= 0);
            plain.append(kept ? Character.toString(each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return plain.toString();
    }

    /** The file's own name; one that comes twice in a night gets a number. */
    private static String free(Set<String> names, Subject subject) {
        String stem = subject.fileId() == null
                ? subject.feed() + "_" + (subject.sender() == null ? UNKNOWN_SENDER : subject.sender())
                : subject.name();
        String plain = plain(stem);
        String base = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String name = base;
        for (int copy = 2; !names.add(name); copy++) {
            name = base + "~" + copy;
        }
        return name + ".ack.csv";
    }
}
