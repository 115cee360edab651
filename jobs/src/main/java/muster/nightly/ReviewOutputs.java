package muster.nightly;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;
import muster.engine.Night;
import muster.nightly.ServedChis.Recipient;
import muster.publish.DataDates;
import muster.publish.outbox.Publication;
import muster.publish.worklist.IssuedReviewKey;
import muster.publish.worklist.ReviewRow;
import muster.publish.worklist.ReviewWorkbook;
import muster.publish.worklist.RowKey;
import muster.publish.worklist.WorklistFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The review list of each Child Health Information Service: the records of which the data alone do not tell whose they are
 * ({@code docs/adr/0019}). Rows are read under the render role with the recipient set.
 */
@Component
class ReviewOutputs {

    /** The declared output. */
    static final String OUTPUT = "review";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;
    private final Checks checks;
    private final Home home;
    private final ServedChis served;
    private final Freshness freshness;

    ReviewOutputs(
            JdbcClient database,
            TransactionTemplate transaction,
            Definitions definitions,
            Checks checks,
            Home home,
            ServedChis served,
            Freshness freshness) {
        this.database = database;
        this.transaction = transaction;
        this.definitions = definitions;
        this.checks = checks;
        this.home = home;
        this.served = served;
        this.freshness = freshness;
    }

    /** Writes every recipient's file; an empty list is sent all the same, so that silence is never good news. */
    void write(Publication publication, Night night) throws IOException {
        OutputDefinition output = definitions.output(OUTPUT);
        ReviewWorkbook workbook = new ReviewWorkbook(
                output.sheets().get(0),
                definitions.codeList("review_answer"),
                new RowKey(home.secret()),
                home.temporary());
        WorklistFiles<ReviewRow, IssuedReviewKey> files =
                new WorklistFiles<>(workbook, WorklistOutputs.AREA_TYPE, output.rowLimit());
        Checks.Conservation children = transaction.execute(status -> checks.counted(night));
        DataDates data = freshness.behind(OUTPUT, night.businessDate());
        for (Recipient recipient : served.all(night)) {
            List<ReviewRow> rows = rows(night, recipient);
            List<IssuedReviewKey> keys = new ArrayList<>();
            files.write(
                    publication,
                    OUTPUT,
                    recipient.code(),
                    WorklistOutputs.FOLDER,
                    ListHeaders.of(definitions, night, recipient, children, data, false),
                    rows.iterator(),
                    rows.size(),
                    keys::add);
            keep(keys, night, recipient);
        }
    }

    /** What waits for a second person comes first, then the likeliest. */
    private List<ReviewRow> rows(Night night, Recipient recipient) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, recipient.code());
            return database.sql("""
                            select * from publish.review_row
                            order by said is null, match_weight desc nulls last, record_key, other_record_key
                            """)
                    .query((row, n) -> new ReviewRow(
                            row.getLong("record_key"),
                            row.getLong("other_record_key"),
                            row.getString("record_source"),
                            side(row, "record_"),
                            row.getString("other_source"),
                            side(row, "other_"),
                            row.getString("reason"),
                            row.getString("said"),
                            row.getString("comparison"),
                            row.getString("found_by"),
                            row.getBigDecimal("match_weight"),
                            row.getObject("model_version", Integer.class)))
                    .list();
        });
    }

    private static ReviewRow.Side side(ResultSet row, String prefix) throws SQLException {
        return new ReviewRow.Side(
                row.getString(prefix + "family_name"),
                row.getString(prefix + "given_name"),
                row.getObject(prefix + "birth_date", LocalDate.class),
                row.getString(prefix + "nhs_number"),
                row.getString(prefix + "address"),
                row.getString(prefix + "postcode"));
    }

    /** Each key is kept with its pair, so that a returned row finds it again. */
    private void keep(List<IssuedReviewKey> keys, Night night, Recipient recipient) {
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into publish.review_key (
                            row_key, record_key, other_record_key, business_date, list_version, recipient_code,
                            facts_digest)
                        select
                            issued.row_key, issued.record_key, issued.other_record_key, :date, :version, :recipient,
                            issued.facts_digest
                        from unnest(cast(:keys as text[]), cast(:records as bigint[]), cast(:others as bigint[]),
                            cast(:facts as text[])) as issued (row_key, record_key, other_record_key, facts_digest)
                        on conflict (row_key) do update set facts_digest = excluded.facts_digest
                        """)
                .param("keys", keys.stream().map(IssuedReviewKey::rowKey).toArray(String[]::new))
                .param(
                        "records",
                        keys.stream().mapToLong(IssuedReviewKey::recordKey).toArray())
                .param(
                        "others",
                        keys.stream().mapToLong(IssuedReviewKey::otherRecordKey).toArray())
                .param("facts", keys.stream().map(IssuedReviewKey::factsDigest).toArray(String[]::new))
                .param("date", night.businessDate())
                .param("version", ListHeaders.FIRST_VERSION)
                .param("recipient", recipient.code())
                .update());
    }
}
