package muster.feed.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.RowSink;

/**
 * Reads an extract that comes as CSV or as Parquet ({@code feeds.md} 3.11): by the ending of its name, and where the
 * name says neither, as that of a MESH payload does, by its first bytes.
 */
public final class ExtractFeedReader implements FeedReader {

    private final FeedReader csv;
    private final FeedReader parquet = new ParquetFeedReader();

    /** @param csv the reader of delimited feeds */
    public ExtractFeedReader(FeedReader csv) {
        this.csv = csv;
    }

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        (isParquet(file, context) ? parquet : csv).read(file, context, sink);
    }

    private static boolean isParquet(Path file, FileContext context) throws IOException {
        String name = context.fileName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".csv")) {
            return name.endsWith(".parquet");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return FileEnds.begins(in.readNBytes(FileEnds.MARK_BYTES));
        }
    }
}
