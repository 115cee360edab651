package muster.publish.outbox;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of one file. */
@FunctionalInterface
public interface FileBody {

    /**
     * Writes every byte; the stream is closed by the caller.
     *
     * @return the rows of data written, for the manifest
     */
    long writeTo(OutputStream out) throws IOException;
}
