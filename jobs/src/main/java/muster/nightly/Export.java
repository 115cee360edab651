package muster.nightly;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import muster.engine.Clocks;
import muster.engine.Models;
import muster.engine.RunLedger;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a stage's rows as CSV, as known at a night ({@code contract.md} section 5): UTF-8, header, LF, sorted by code
 * point. Each stage is one SELECT in {@code sql/export}, streamed by COPY.
 */
@Component
public class Export {

    /** What can be written. */
    public static final List<String> STAGES = List.of("cohort", "pathway", "exceptions", "measures", "links", "intake");

    private final DataSource dataSource;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;

    Export(DataSource dataSource, JdbcClient database, TransactionTemplate transaction, RunLedger ledger) {
        this.dataSource = dataSource;
        this.database = database;
        this.transaction = transaction;
        this.ledger = ledger;
    }

    /**
     * Writes one stage.
     *
     * @param stage one of {@link #STAGES}
     * @param date the night whose knowledge is written
     * @param file the file to write; it appears under its name when it is complete
     * @return rows written
     * @throws IllegalArgumentException when no night up to that date was run
     */
    public long write(String stage, LocalDate date, Path file) throws IOException {
        if (ledger.lastPublished().isEmpty()) {
            throw new IllegalArgumentException(
                    "No night has been completed yet: there is nothing to export. Run one: muster nightly --date DATE --baseline");
        }
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            rows = copy(Models.text("export/" + stage + ".sql"), date, out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return rows;
    }

    private long copy(String select, LocalDate date, OutputStream out) {
        Long rows = transaction.execute(status -> {
            Clocks.set(database, date, date, false);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + select + "\n) to stdout with (format csv, header true)", out);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("the export was not written: " + Faults.safeText(e), e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
        return rows == null ? 0 : rows;
    }
}
