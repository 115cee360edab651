package muster.feed;

import java.io.IOException;

/**
 * Reads one message that is a file of its own and one line: it is given the bytes, so that a night of many small files
 * opens and digests each of them once.
 */
public interface MessageReader extends FeedReader {

    /**
     * Reads the whole message.
     *
     * @param message its bytes, at most one more than a message may have
     * @param sha256 digest of the file in lower-case hex
     * @param context the feed's definition and the facts of the file
     * @param sink takes the one line
     */
    void read(byte[] message, String sha256, FileContext context, RowSink sink) throws IOException;
}
