package muster.command;

import java.sql.SQLException;

/** What may be said of a fault on a terminal or in a log: its kind, never a value of a row (SG-14). */
final class SafeText {

    private SafeText() {}

    static String of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "the database refused a statement (SQLSTATE " + sql.getSQLState() + ").";
            }
        }
        if (fault instanceof IllegalStateException || fault instanceof IllegalArgumentException) {
            return String.valueOf(fault.getMessage()).replaceAll("\\d{6,}", "…");
        }
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ".";
    }
}
