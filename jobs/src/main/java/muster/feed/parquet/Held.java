package muster.feed.parquet;

/** How many bytes of pages and dictionaries are held at one time, over all columns. */
final class Held {

    private final long most;
    private long bytes;

    Held(long most) {
        this.most = most;
    }

    /** @throws muster.feed.FileRefusedException LIMIT_EXCEEDED */
    void add(long more) {
        bytes += more;
        if (bytes > most) {
            throw ParquetFault.limit("Its pages need more memory than the limit.");
        }
    }

    void release(long fewer) {
        bytes -= fewer;
    }
}
