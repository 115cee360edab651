package muster.feed.delimited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedLayout;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * Tells which reference set a file holds, by its header; a file without one by the number of its quoted fields. Names
 * only hint ({@code contract.md} section 2).
 */
public final class ReferenceRecognition {

    private static final FeedLayout COMMA =
            new FeedLayout(',', HeaderPolicy.BY_NAME_ANY_CASE, false, false, 0, null, null);

    private ReferenceRecognition() {}

    /**
     * Recognises the set.
     *
     * @throws FileRefusedException FILE_EMPTY, ENCODING, or HEADER_MISMATCH where no set has such a header
     */
    public static FeedDefinition recognise(FeedDefinitions definitions, Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new FileRefusedException(Reason.FILE_EMPTY, "The file has no header.");
        }
        try (RecordScanner scanner =
                new RecordScanner(TextEncoding.of(file).open(file), COMMA, definitions.settings())) {
            List<String> titles = Header.firstRecord(scanner, new Slice());
            FeedDefinition best = null;
            for (FeedDefinition set : definitions.references().values()) {
                boolean fits = set.layout().header() == HeaderPolicy.NONE
                        ? titles.size() == set.layout().width() && allQuoted(scanner)
                        : FeedRecognition.fits(set, titles);
                if (fits && (best == null || FeedRecognition.demands(set) > FeedRecognition.demands(best))) {
                    best = set;
                }
            }
            if (best == null) {
                throw new FileRefusedException(Reason.HEADER_MISMATCH, "No reference set has such a header.");
            }
            return best;
        }
    }

    private static boolean allQuoted(RecordScanner scanner) {
        for (int i = 0; i < scanner.fields(); i++) {
            if (scanner.start(i) == 0 || scanner.buffer()[scanner.start(i) - 1] != '"') {
                return false;
            }
        }
        return true;
    }
}
