package muster.feed.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.ControlTotals;
import muster.feed.FeedReader;
import muster.feed.FeedReaders;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.mns.MnsFeedReader;
import muster.feed.nems.NemsFeedReader;

/** Runs the real reader of a feed over a file, as landing does, without a database. */
public final class Parsing {

    /** D of these tests. */
    public static final LocalDate D = LocalDate.of(2026, 11, 17);

    /** The definitions in force. */
    public static final FeedDefinitions DEFINITIONS = FeedDefinitions.ofClassPath();

    private static final FeedReaders READERS =
            new FeedReaders().with("nems", new NemsFeedReader()).with("mns", new MnsFeedReader());

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]+)>");

    private Parsing() {}

    /**
     * How a file ended: read to its end, or refused as a whole.
     *
     * @param taken what was handed over
     * @param refusal reason code of the file; null where it was read
     * @param read data rows that the control totals counted
     */
    public record Result(Taken taken, String refusal, long read) {}

    /** The reader of a feed. */
    public static FeedReader reader(FeedDefinition feed) {
        return READERS.reader(feed.reader());
    }

    /** Reads bytes as a file of that name. */
    public static Result read(String feed, Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve("content." + ending(name));
        Files.write(file, content);
        return read(feed, file, name);
    }

    /** Reads a file under a name. */
    public static Result read(String feed, Path file, String name) throws IOException {
        FeedDefinition definition = DEFINITIONS.feed(feed);
        Taken taken = new Taken(definition.columns().size());
        ControlTotals totals = new ControlTotals(true);
        FileContext context = new FileContext(
                definition,
                DEFINITIONS.settings(),
                DEFINITIONS.codes(),
                name,
                groups(definition, name),
                FileType.D,
                D,
                false,
                totals);
        try {
            reader(definition).read(file, context, taken);
            return new Result(taken, null, totals.rows());
        } catch (FileRefusedException e) {
            return new Result(taken, e.reason().name(), totals.rows());
        }
    }

    private static Map<String, String> groups(FeedDefinition feed, String name) {
        Map<String, String> groups = new TreeMap<>();
        Matcher matcher = feed.files().compiled().matcher(name);
        if (matcher.matches()) {
            Matcher names = GROUP.matcher(feed.files().pattern());
            while (names.find()) {
                groups.put(names.group(1), matcher.group(names.group(1)).toUpperCase(Locale.ROOT));
            }
        }
        return groups;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
