package muster.publish.worklist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.OutputName;
import muster.publish.outbox.Publication;
import muster.publish.outbox.PublishedFile;

/**
 * Publishes the worklist of one recipient: in one file, or in parts where it has more cases than one file may hold,
 * the most urgent in the first (reports.md 5.3).
 *
 * @param <R> a row of the list
 * @param <K> what is kept of it, so that a returned row is known again
 */
public final class WorklistFiles<R, K> {

    private final ListWriter<R, K> workbook;
    private final String areaType;
    private final int rowLimit;

    /**
     * @param areaType kind of recipient in the file name, for example {@code chis}
     * @param rowLimit cases that one file may hold, from configuration
     */
    public WorklistFiles(ListWriter<R, K> workbook, String areaType, int rowLimit) {
        this.workbook = workbook;
        this.areaType = areaType;
        this.rowLimit = rowLimit;
    }

    /**
     * Writes the list; an empty one is a file that says so, so that silence is never read as good news.
     *
     * @param outputId the declared output; also the second piece of the file name
     * @param recipient whom the files are for
     * @param folder folder inside the night's folder
     * @param rows the rows, in their order
     * @param rowCount how many there are, needed before the first is written
     * @param issued told every row key
     * @throws IllegalArgumentException if the number of rows is not the one given
     */
    public List<PublishedFile> write(
            Publication publication,
            String outputId,
            String recipient,
            String folder,
            WorklistHeader header,
            Iterator<R> rows,
            long rowCount,
            Consumer<K> issued)
            throws IOException {
        int parts = (int) Math.max(1, (rowCount + rowLimit - 1) / rowLimit);
        List<PublishedFile> files = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            String name = OutputName.of(outputId)
                    .area(areaType, header.recipientCode())
                    .date(header.businessDate())
                    .version(header.listVersion())
                    .part(part, parts)
                    .extension("xlsx");
            files.add(publication.write(
                    new OutputFile(outputId, recipient, folder, name),
                    out -> workbook.write(header, firstOf(rows), issued, out)));
        }
        requireAllWritten(files, rowCount, rows);
        return files;
    }

    private Iterator<R> firstOf(Iterator<R> rows) {
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < rowLimit && rows.hasNext();
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                given++;
                return rows.next();
            }
        };
    }

    private static void requireAllWritten(List<PublishedFile> files, long rowCount, Iterator<?> rows) {
        long written = files.stream().mapToLong(PublishedFile::rows).sum();
        if (written != rowCount || rows.hasNext()) {
            throw new IllegalArgumentException("A worklist of " + rowCount + " cases was given another number of rows");
        }
    }
}
