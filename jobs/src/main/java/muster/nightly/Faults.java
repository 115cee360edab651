package muster.nightly;

import java.sql.SQLException;
import muster.engine.ModelFailedException;

/** What may be said of a fault where anybody can read it: its kind and, of the database, its state; no value of a row. */
final class Faults {

    private Faults() {}

    static String safeText(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "the database refused a statement (SQLSTATE " + sql.getSQLState() + "): " + firstLine(sql);
            }
            if (cause instanceof ModelFailedException || cause instanceof IllegalStateException) {
                return cause.getMessage();
            }
        }
        return fault.getClass().getSimpleName();
    }

    /** The server's first line names tables and columns, not values: its detail is switched off at the driver. */
    private static String firstLine(SQLException sql) {
        String message = String.valueOf(sql.getMessage());
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\d{6,}", "…")
                .replaceAll("\"[^\"]*\\d{4,}[^\"]*\"", "\"…\"");
    }
}
