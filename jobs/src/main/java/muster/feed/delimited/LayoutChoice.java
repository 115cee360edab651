package muster.feed.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinition.Variant;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/** Which of a feed's layouts a file is in: the one whose titles all stand in its header; of several, the most telling. */
final class LayoutChoice {

    /** The file-name group that gives {@code from_name: layout} columns their value. */
    private static final String GROUP = "layout";

    private LayoutChoice() {}

    /**
     * The file as its layout has it; unchanged where the feed has one layout.
     *
     * @throws FileRefusedException HEADER_MISMATCH where no layout, or more than one, has such a header
     */
    static FileContext of(FileContext file, List<String> titles) {
        FeedDefinition feed = file.definition();
        if (feed.variants().isEmpty()) {
            return file;
        }
        Variant variant = variant(feed, titles)
                .orElseThrow(() -> new FileRefusedException(
                        Reason.HEADER_MISMATCH, "The header is that of no layout of the feed."));
        Map<String, String> groups = new TreeMap<>(file.nameGroups());
        groups.put(GROUP, variant.name());
        return new FileContext(
                feed.in(variant),
                file.settings(),
                file.codes(),
                file.fileName(),
                groups,
                file.fileType(),
                file.businessDate(),
                file.rejectTestNumbers(),
                file.totals());
    }

    /** The layout of a feed of several that has these titles; empty where none has, or more than one as well. */
    static Optional<Variant> variant(FeedDefinition feed, List<String> titles) {
        List<Variant> best = new ArrayList<>();
        for (Variant variant : feed.variants()) {
            if (variant.knownBy().stream()
                    .allMatch(title -> stands(title, titles, feed.layout().header()))) {
                int most = best.isEmpty() ? 0 : best.get(0).knownBy().size();
                if (variant.knownBy().size() > most) {
                    best.clear();
                }
                if (variant.knownBy().size() >= most) {
                    best.add(variant);
                }
            }
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static boolean stands(String title, List<String> titles, HeaderPolicy policy) {
        return policy == HeaderPolicy.BY_NAME_ANY_CASE
                ? titles.stream().anyMatch(title::equalsIgnoreCase)
                : titles.contains(title);
    }
}
