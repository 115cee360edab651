package muster.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import muster.definition.DefinitionStore;
import muster.definition.Definitions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A measurement in one transaction that holds the definitions and leaves nothing behind. */
final class UndoneMeasurement {

    /** What is measured over the connection. */
    interface Work {
        String over(Connection connection) throws SQLException;
    }

    private UndoneMeasurement() {}

    /**
     * Measures and takes everything back.
     *
     * @param night from which the definitions are in force
     * @return what the work gives
     */
    static String of(DataSource dataSource, Definitions rules, LocalDate night, Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DefinitionStore.save(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), rules, night);
                return work.over(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement failed, SQLSTATE " + e.getSQLState(), e);
        }
    }
}
