package muster.nightly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.nightly.ServedChis.Recipient;
import muster.publish.DataDates;
import muster.publish.outbox.Publication;
import muster.publish.worklist.CaseRef;
import muster.publish.worklist.DefinedReasons;
import muster.publish.worklist.IssuedKey;
import muster.publish.worklist.RowKey;
import muster.publish.worklist.WorkingDays;
import muster.publish.worklist.WorklistFiles;
import muster.publish.worklist.WorklistHeader;
import muster.publish.worklist.WorklistReasons;
import muster.publish.worklist.WorklistRow;
import muster.publish.worklist.WorklistWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The worklist of each Child Health Information Service, and beside it the one of restricted records for the named holder.
 *
 * <p>Rows are read under the render role with the recipient set, so that row-level security decides what a file may hold.
 */
@Component
class WorklistOutputs {

    private static final String GENERAL = "worklist";
    private static final String RESTRICTED = "worklist-restricted";
    static final String FOLDER = "worklists";
    /** What a child health service is called in file names. */
    static final String AREA_TYPE = "chis";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;
    private final Checks checks;
    private final Home home;
    private final ServedChis served;
    private final Freshness freshness;

    WorklistOutputs(
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

    /** Writes every recipient's files; an empty list is sent all the same, so that silence is never good news. */
    void write(Publication publication, Night night) throws IOException {
        WorklistWorkbook workbook = new WorklistWorkbook(reasons(night), new RowKey(home.secret()), home.temporary());
        WorklistFiles<WorklistRow, IssuedKey> files = new WorklistFiles<>(
                workbook, AREA_TYPE, definitions.output(GENERAL).rowLimit());
        Checks.Conservation children = transaction.execute(status -> checks.counted(night));
        DataDates general = freshness.behind(GENERAL, night.businessDate());
        DataDates restricted = freshness.behind(RESTRICTED, night.businessDate());
        for (Recipient recipient : served.all(night)) {
            write(publication, night, files, recipient, children, general, false);
            write(publication, night, files, recipient, children, restricted, true);
        }
    }

    private void write(
            Publication publication,
            Night night,
            WorklistFiles<WorklistRow, IssuedKey> files,
            Recipient recipient,
            Checks.Conservation children,
            DataDates data,
            boolean restricted)
            throws IOException {
        List<WorklistRow> rows = rows(night, recipient, restricted);
        List<IssuedKey> keys = new ArrayList<>();
        WorklistHeader header = ListHeaders.of(definitions, night, recipient, children, data, restricted);
        String output = restricted ? RESTRICTED : GENERAL;
        String holder =
                restricted ? definitions.service().leads().restricted() + "@" + recipient.code() : recipient.code();
        files.write(publication, output, holder, FOLDER, header, rows.iterator(), rows.size(), keys::add);
        keep(keys, night, recipient);
    }

    private List<WorklistRow> rows(Night night, Recipient recipient, boolean restricted) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, recipient.code());
            return database.sql("""
                            select * from publish.worklist_row
                            where restricted = :restricted
                            order by baseline, least(severity, 3), action_by_date, raised_date,
                                publish.case_reference(case_number) collate "C"
                            """)
                    .param("restricted", restricted)
                    .query((row, n) -> new WorklistRow(
                            row.getString("exception_id"),
                            CaseRef.of(row.getLong("case_number")),
                            row.getBoolean("baseline"),
                            row.getBoolean("restricted"),
                            row.getInt("severity"),
                            row.getObject("action_by_date", LocalDate.class),
                            row.getObject("raised_date", LocalDate.class),
                            row.getString("type_code"),
                            row.getString("missing_name"),
                            row.getString("person_family_name"),
                            row.getString("person_given_name"),
                            row.getString("nhs_number"),
                            row.getObject("person_birth_date", LocalDate.class),
                            row.getString("last_known_address"),
                            row.getString("postcode"),
                            row.getString("practice_code"),
                            row.getString("practice_name"),
                            row.getString("hv_team"),
                            row.getString("reason"),
                            row.getString("telephone"),
                            null,
                            row.getString("mother_name"),
                            row.getString("mother_nhs_number"),
                            null,
                            row.getInt("increment_no"),
                            row.getInt("escalation_level"),
                            null))
                    .list();
        });
    }

    /** Each key is kept with its case, so that a returned row finds it again. */
    private void keep(List<IssuedKey> keys, Night night, Recipient recipient) {
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into publish.row_key (row_key, exception_id, business_date, list_version, recipient_code)
                        select issued.row_key, issued.exception_id, :date, :version, :recipient
                        from unnest(cast(:keys as text[]), cast(:ids as uuid[])) as issued (row_key, exception_id)
                        on conflict (row_key) do nothing
                        """)
                .param("keys", keys.stream().map(IssuedKey::rowKey).toArray(String[]::new))
                .param("ids", keys.stream().map(IssuedKey::caseId).toArray(String[]::new))
                .param("date", night.businessDate())
                .param("version", ListHeaders.FIRST_VERSION)
                .param("recipient", recipient.code())
                .update());
    }

    private WorklistReasons reasons(Night night) {
        return transaction.execute(status -> {
            Clocks.set(database, night);
            Set<LocalDate> holidays = new HashSet<>(database.sql("select bank_holiday_date from reference.bank_holiday")
                    .query(LocalDate.class)
                    .list());
            return new WorklistReasons(
                    DefinedReasons.responses(definitions.codeList("response_reason")),
                    DefinedReasons.closures(definitions.codeList("closure_reason")),
                    WorkingDays.without(holidays));
        });
    }
}
