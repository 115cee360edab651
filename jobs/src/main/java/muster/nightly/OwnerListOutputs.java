package muster.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.definition.CodeList;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.nightly.ServedChis.Recipient;
import muster.publish.DataDates;
import muster.publish.outbox.Publication;
import muster.publish.worklist.IssuedListKey;
import muster.publish.worklist.OwnerRow;
import muster.publish.worklist.OwnerWorkbook;
import muster.publish.worklist.RowKey;
import muster.publish.worklist.WorklistFiles;
import muster.publish.worklist.WorklistHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lists for those who own cases: practices, health visiting providers and other services (reports.md 6). The child health
 * service has every case of them on its own worklist besides.
 *
 * <p>Rows are read under the render role with the recipient set, so that row-level security decides what a file may hold, and
 * go from the server to the file as they come.
 */
@Component
class OwnerListOutputs {

    private static final int ROWS_AT_A_TIME = 500;

    /** Where each list lies, and what its recipient is called in file names. */
    private static final Map<String, Place> PLACES = Map.of(
            "gp-list", new Place(GpListOutputs.FOLDER, "practice"),
            "hv-list", new Place("hv-lists", "provider"),
            "owner-list", new Place(WorklistOutputs.FOLDER, "provider"));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;
    private final Checks checks;
    private final Home home;
    private final Freshness freshness;

    OwnerListOutputs(
            JdbcClient database,
            TransactionTemplate transaction,
            Definitions definitions,
            Checks checks,
            Home home,
            Freshness freshness) {
        this.database = database;
        this.transaction = transaction;
        this.definitions = definitions;
        this.checks = checks;
        this.home = home;
        this.freshness = freshness;
    }

    private record Place(String folder, String areaType) {}

    /** One list of tonight: the whole one, or that of the youngest babies. */
    private record Tonight(String output, Recipient recipient, boolean whole) {}

    /** Writes every list of tonight; an empty one is sent all the same, so that silence is never good news. */
    void write(Publication publication, Night night) throws IOException {
        RowKey keys = new RowKey(home.secret());
        Checks.Conservation children = transaction.execute(status -> checks.counted(night));
        Map<String, DataDates> dates = new HashMap<>();
        for (Tonight list : tonight(night)) {
            DataDates data =
                    dates.computeIfAbsent(list.output(), output -> freshness.behind(output, night.businessDate()));
            WorklistHeader header = ListHeaders.of(definitions, night, list.recipient(), children, data, false);
            keep(write(publication, night, list, files(list, keys), header), night, list);
        }
    }

    private WorklistFiles<OwnerRow, IssuedListKey> files(Tonight list, RowKey keys) throws IOException {
        OutputDefinition output = definitions.output(list.output());
        OwnerWorkbook workbook = new OwnerWorkbook(
                output,
                definitions.wording(output.wording()).texts(),
                dropDowns(output),
                list.whole(),
                keys,
                home.temporary());
        return new WorklistFiles<>(workbook, PLACES.get(output.id()).areaType(), output.rowLimit());
    }

    private Map<String, CodeList> dropDowns(OutputDefinition output) {
        return output.sheets().get(0).columns().stream()
                .map(OutputDefinition.Column::list)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), definitions::codeList));
    }

    private List<Tonight> tonight(Night night) {
        return transaction.execute(status -> {
            Clocks.set(database, night);
            return database.sql("""
                            select output_id, recipient_code, recipient_name, whole
                            from publish.recipient_list
                            order by output_id collate "C", recipient_code collate "C"
                            """)
                    .query((row, n) -> new Tonight(
                            row.getString("output_id"),
                            new Recipient(row.getString("recipient_code"), row.getString("recipient_name")),
                            row.getBoolean("whole")))
                    .list();
        });
    }

    private List<IssuedListKey> write(
            Publication publication,
            Night night,
            Tonight list,
            WorklistFiles<OwnerRow, IssuedListKey> files,
            WorklistHeader header) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, list.recipient().code());
            List<IssuedListKey> issued = new ArrayList<>();
            try (Stream<OwnerRow> rows = rows(list, night.businessDate())) {
                files.write(
                        publication,
                        list.output(),
                        list.recipient().code(),
                        PLACES.get(list.output()).folder(),
                        header,
                        rows.iterator(),
                        count(list),
                        issued::add);
            } catch (IOException e) {
                throw new UncheckedIOException("A list could not be written.", e);
            }
            return issued;
        });
    }

    private long count(Tonight list) {
        return database.sql("select count(*) from publish.list_row where output_id = :output and (:whole or daily)")
                .param("output", list.output())
                .param("whole", list.whole())
                .query(Long.class)
                .single();
    }

    /** New babies and children who moved in first, then the gravest and what is due soonest. */
    private Stream<OwnerRow> rows(Tonight list, LocalDate businessDate) {
        return database
                .sql("""
                        select *
                        from publish.list_row
                        where output_id = :output and (:whole or daily)
                        order by baseline, arrival collate "C" nulls last, notified_date, severity nulls last,
                            due_by_date nulls last, since_date nulls last, person_birth_date, row_id collate "C"
                        """)
                .param("output", list.output())
                .param("whole", list.whole())
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> new OwnerRow(businessDate, columns(row)))
                .stream();
    }

    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        ResultSetMetaData names = row.getMetaData();
        Map<String, Object> columns = new HashMap<>();
        for (int column = 1; column <= names.getColumnCount(); column++) {
            Object value = row.getObject(column);
            columns.put(names.getColumnLabel(column), value instanceof Date day ? day.toLocalDate() : value);
        }
        return columns;
    }

    /** Each key is kept with what its row was, so that a returned row is known again. */
    private void keep(List<IssuedListKey> keys, Night night, Tonight list) {
        if (keys.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into publish.list_key (
                            row_key, output_id, row_id, exception_id, child_key, item_code, business_date, list_version,
                            recipient_code, facts_digest)
                        select
                            issued.row_key, :output, issued.row_id, issued.exception_id, issued.child_key,
                            issued.item_code, :date, :version, :recipient, issued.facts_digest
                        from unnest(cast(:keys as text[]), cast(:ids as text[]), cast(:cases as uuid[]),
                            cast(:children as bigint[]), cast(:items as text[]), cast(:facts as text[]))
                            as issued (row_key, row_id, exception_id, child_key, item_code, facts_digest)
                        on conflict (row_key) do update set facts_digest = excluded.facts_digest
                        """)
                .param("output", list.output())
                .param("date", night.businessDate())
                .param("version", ListHeaders.FIRST_VERSION)
                .param("recipient", list.recipient().code())
                .param("keys", texts(keys, IssuedListKey::rowKey))
                .param("ids", texts(keys, IssuedListKey::rowId))
                .param("cases", texts(keys, IssuedListKey::exceptionId))
                .param(
                        "children",
                        keys.stream().mapToLong(IssuedListKey::childKey).toArray())
                .param("items", texts(keys, IssuedListKey::itemCode))
                .param("facts", texts(keys, IssuedListKey::factsDigest))
                .update());
    }

    private static String[] texts(List<IssuedListKey> keys, Function<IssuedListKey, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }
}
