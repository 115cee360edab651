package muster.feed.parquet;

import muster.feed.FileRefusedException;
import muster.feed.Reason;

/** The refusals of this package in one place; none holds a value of the file. */
final class ParquetFault {

    private ParquetFault() {}

    static FileRefusedException broken(String what) {
        return new FileRefusedException(Reason.PARQUET_INVALID, what);
    }

    static FileRefusedException limit(String what) {
        return new FileRefusedException(Reason.LIMIT_EXCEEDED, what);
    }

    static FileRefusedException schema(String what) {
        return new FileRefusedException(Reason.HEADER_MISMATCH, what);
    }
}
