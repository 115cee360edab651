package muster.feed.delimited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedLayout;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FileRefusedException;

/** Tells which delimited feed a file is of by its header alone. */
public final class FeedRecognition {

    private FeedRecognition() {}

    /**
     * The feed whose header the file has; of several the one that demands most of it.
     *
     * @return null where the file has no such header
     */
    public static FeedDefinition byHeader(FeedDefinitions definitions, Path file) throws IOException {
        if (Files.size(file) == 0) {
            return null;
        }
        Map<Character, List<String>> titles = new HashMap<>();
        FeedDefinition best = null;
        for (FeedDefinition feed : definitions.feeds().values()) {
            FeedLayout layout = feed.layout();
            if (layout == null || layout.header() == HeaderPolicy.NONE) {
                continue;
            }
            if (!titles.containsKey(layout.delimiter())) {
                titles.put(layout.delimiter(), titles(file, layout, definitions));
            }
            List<String> found = titles.get(layout.delimiter());
            if (found != null && fits(feed, found) && (best == null || demands(feed) > demands(best))) {
                best = feed;
            }
        }
        return best;
    }

    private static List<String> titles(Path file, FeedLayout layout, FeedDefinitions definitions) throws IOException {
        try (RecordScanner scanner =
                new RecordScanner(TextEncoding.of(file).open(file), layout, definitions.settings())) {
            return Header.firstRecord(scanner, new Slice());
        } catch (FileRefusedException e) {
            return null;
        }
    }

    static boolean fits(FeedDefinition feed, List<String> titles) {
        if (!feed.variants().isEmpty()) {
            return LayoutChoice.variant(feed, titles).isPresent();
        }
        try {
            new Header(feed, titles);
            return true;
        } catch (FileRefusedException e) {
            return false;
        }
    }

    /** How many titles a header must have. */
    static long demands(FeedDefinition feed) {
        return switch (feed.layout().header()) {
            case NONE -> feed.layout().width();
            case EXACT_ORDER ->
                feed.columns().stream()
                        .filter(column -> column.header() != null)
                        .count();
            default ->
                feed.columns().stream().filter(FeedColumn::columnRequired).count();
        };
    }
}
