package muster.feed.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.feed.delimited.FeedRecognition;

/**
 * To which feed a MESH payload goes: by what it holds, else by its workflow identifier, else to the feed in whose folder
 * it lies. The workflow identifier alone never decides against the content ({@code feeds.md} 3.2).
 */
final class MeshRouting {

    private static final int START_BYTES = 64;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final FeedDefinitions definitions;

    MeshRouting(FeedDefinitions definitions) {
        this.definitions = definitions;
    }

    FeedDefinition feed(Path payload, MeshControl control, FeedDefinition folder) throws IOException {
        FeedDefinition byContent = byContent(payload);
        if (byContent != null) {
            return byContent;
        }
        String workflow = control.workflow();
        String feed = workflow == null ? null : definitions.mesh().byWorkflow().get(workflow);
        FeedDefinition byWorkflow = feed == null ? null : definitions.feed(feed);
        return byWorkflow == null ? folder : byWorkflow;
    }

    private FeedDefinition byContent(Path payload) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(payload, LinkOption.NOFOLLOW_LINKS)) {
            start = new String(in.readNBytes(START_BYTES), StandardCharsets.ISO_8859_1);
        }
        String text = start.startsWith(BYTE_ORDER_MARK) ? start.substring(BYTE_ORDER_MARK.length()) : start;
        for (Map.Entry<String, String> beginning :
                definitions.mesh().byBeginning().entrySet()) {
            FeedDefinition feed = definitions.feed(beginning.getValue());
            if (feed != null && text.stripLeading().startsWith(beginning.getKey())) {
                return feed;
            }
        }
        return FeedRecognition.byHeader(definitions, payload);
    }
}
