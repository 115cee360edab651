package muster.nightly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Types;
import java.util.List;
import muster.definition.Definitions;
import muster.engine.Night;
import muster.feed.Reason;
import muster.feed.inbox.FileIntake;
import muster.feed.inbox.FileState;
import muster.feed.inbox.InboxFile;
import muster.publish.returned.ReturnLimits;
import muster.publish.returned.ReturnRefusedException;
import muster.publish.returned.ReturnedList;
import muster.publish.returned.ReturnedListReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the lists that staff put into {@code inbox/worked}: each file in one transaction, so that what its rows say and the
 * ledger that tells of it stand together or not at all (rulings 7, {@code docs/adr/0019}).
 *
 * <p>A list that nobody here reads back yet stays where it is and is named.
 */
@Component
class ReturnedLists {

    private static final long MEGABYTE = 1024L * 1024;

    private final Home home;
    private final Definitions definitions;
    private final FileIntake files;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ReviewAnswers reviews;

    ReturnedLists(
            Home home,
            Definitions definitions,
            FileIntake files,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.home = home;
        this.definitions = definitions;
        this.files = files;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.reviews = new ReviewAnswers(database, transactions, definitions.codeList("review_answer"));
    }

    /** Reads every list of the night that is not read yet. */
    void read(Night night) {
        ReturnedListReader reader = new ReturnedListReader(
                definitions.outputs(),
                new ReturnLimits(
                        definitions.number("returned_file_megabytes") * MEGABYTE,
                        definitions.number("returned_unpacked_megabytes") * MEGABYTE,
                        definitions.number("returned_rows")));
        for (InboxFile file : files.returned(night)) {
            transaction.executeWithoutResult(status -> read(file, reader, night));
        }
    }

    private void read(InboxFile file, ReturnedListReader reader, Night night) {
        if (readBefore(file)) {
            close(file, FileState.DUPLICATE, Reason.DUPLICATE_FILE, null);
            return;
        }
        Path path = home.path().resolve(file.path());
        try {
            ReturnedList list = reader.read(path);
            if (list.outputId().equals(ReviewOutputs.OUTPUT)) {
                apply(file, list, night);
            } else {
                close(file, FileState.WAITING, Reason.LIST_NOT_READ, "It is a list of kind " + list.outputId() + ".");
            }
        } catch (ReturnRefusedException e) {
            close(file, FileState.REJECTED, Reason.valueOf(e.refusal().name()), e.getMessage());
        } catch (IOException e) {
            close(file, FileState.WAITING, Reason.FILE_CHANGING, "It could not be opened.");
        }
    }

    private boolean readBefore(InboxFile file) {
        return database.sql("""
                        select exists (
                            select from engine.file as earlier
                            where earlier.feed = :feed and earlier.sha256 = :sha256 and earlier.file_id < :id
                                and earlier.state = 'APPLIED')
                        """)
                .param("feed", file.feed())
                .param("sha256", file.sha256())
                .param("id", file.fileId())
                .query(Boolean.class)
                .single();
    }

    private void close(InboxFile file, FileState state, Reason reason, String note) {
        database.sql("update engine.file set state = :state, reason_code = :reason, note = :note where file_id = :id")
                .param("state", state.name())
                .param("reason", reason.name())
                .param("note", note, Types.VARCHAR)
                .param("id", file.fileId())
                .update();
    }

    private void apply(InboxFile file, ReturnedList list, Night night) {
        ReviewAnswers.Returned returned = reviews.take(list.rows(), "returned list " + file.name(), night);
        for (RowOutcome outcome : returned.outcomes()) {
            if (outcome.reason() != null) {
                line(file, outcome);
            }
        }
        database.sql("""
                        update engine.file
                        set state = 'LANDED', sender = :sender, rows_read = :read, rows_data = :read,
                            rows_applied = :applied, rows_warned = :warned, rows_no_change = :unchanged,
                            rows_rejected = :rejected
                        where file_id = :id
                        """)
                .param("sender", returned.team(), Types.VARCHAR)
                .param("read", returned.outcomes().size())
                .param("applied", count(returned.outcomes(), RowOutcome.APPLIED))
                .param("warned", count(returned.outcomes(), RowOutcome.WARNED))
                .param("unchanged", count(returned.outcomes(), RowOutcome.NO_CHANGE))
                .param("rejected", count(returned.outcomes(), RowOutcome.REJECTED))
                .param("id", file.fileId())
                .update();
        database.sql("update engine.file set state = 'APPLIED' where file_id = :id")
                .param("id", file.fileId())
                .update();
    }

    private static long count(List<RowOutcome> outcomes, String outcome) {
        return outcomes.stream().filter(each -> each.outcome().equals(outcome)).count();
    }

    private void line(InboxFile file, RowOutcome outcome) {
        database.sql("""
                        insert into engine.line (file_id, line_no, outcome, reason_codes, field)
                        values (:id, :line, :outcome, array[:reason], :field)
                        """)
                .param("id", file.fileId())
                .param("line", outcome.line())
                .param("outcome", outcome.outcome())
                .param("reason", outcome.reason().name())
                .param("field", outcome.field(), Types.VARCHAR)
                .update();
    }

    /**
     * What became of one row of a returned list, in the words of the ledger.
     *
     * @param line row of the sheet
     * @param outcome APPLIED, APPLIED_WITH_WARNING, NO_CHANGE or REJECTED
     * @param reason why; null where it was simply applied or nothing was filled in
     * @param field header of the column that the reason is about; null for the row
     */
    record RowOutcome(int line, String outcome, Reason reason, String field) {

        static final String APPLIED = "APPLIED";
        static final String WARNED = "APPLIED_WITH_WARNING";
        static final String NO_CHANGE = "NO_CHANGE";
        static final String REJECTED = "REJECTED";

        static RowOutcome unchanged(int line) {
            return new RowOutcome(line, NO_CHANGE, null, null);
        }

        static RowOutcome refused(int line, Reason reason, String field) {
            return new RowOutcome(line, REJECTED, reason, field);
        }
    }
}
