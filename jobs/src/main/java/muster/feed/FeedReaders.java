package muster.feed;

import java.util.Map;
import java.util.TreeMap;
import muster.feed.delimited.CsvFeedReader;
import muster.feed.gpr4.PracticeListReader;
import muster.feed.parquet.ExtractFeedReader;

/** The readers by the names that definitions use ({@code reader: delimited}). */
public final class FeedReaders {

    private final Map<String, FeedReader> readers = new TreeMap<>();

    /** Starts with the reader of all delimited feeds, and that of extracts, which come in two forms. */
    public FeedReaders() {
        readers.put("delimited", new CsvFeedReader());
        readers.put("gpr4", new PracticeListReader());
        readers.put("extract", new ExtractFeedReader(readers.get("delimited")));
    }

    /** Adds the reader of a message format. */
    public FeedReaders with(String name, FeedReader reader) {
        readers.put(name, reader);
        return this;
    }

    /** The reader of that name, or null: the feed then stays untouched in the inbox (rulings 2). */
    public FeedReader reader(String name) {
        return readers.get(name);
    }
}
