package muster.publish.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Writes one file of a list that goes out and comes back.
 *
 * @param <R> a row of the list
 * @param <K> what is kept of it, so that a returned row is known again
 */
public interface ListWriter<R, K> {

    /**
     * Writes one file.
     *
     * @param header what the file says about itself
     * @param rows its rows, in their order
     * @param issued told every row's key as it is written
     * @return the number of rows written
     */
    long write(WorklistHeader header, Iterator<R> rows, Consumer<K> issued, OutputStream out) throws IOException;
}
