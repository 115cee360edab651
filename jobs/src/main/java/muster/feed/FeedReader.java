package muster.feed;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads one dropped file and hands over every line: typed, or refused with its reasons.
 *
 * <p>A reader decides only what one row alone can tell; it streams, and it keeps nothing between files. A definition
 * names its reader ({@code reader: delimited}); the readers by name stand in {@link FeedReaders}.
 */
public interface FeedReader {

    /**
     * Reads the whole file.
     *
     * @param file an ordinary file, checked by the caller
     * @param context the feed's definition and the facts of the file
     * @param sink takes the lines in the order of the file
     * @throws FileRefusedException when the file as a whole cannot be taken; nothing of it is then kept
     * @throws IOException when the file cannot be read
     */
    void read(Path file, FileContext context, RowSink sink) throws IOException;
}
