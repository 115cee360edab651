package muster.publish.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import muster.publish.FeedDate;
import muster.publish.StableJson;

/** {@code run.json}: the night for machines, with the keys of contract 4 first and in its order. */
public final class RunJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private RunJson() {}

    /** Writes the report as UTF-8 with line feeds; returns 1, the rows that a manifest counts for it. */
    public static long write(RunReport report, OutputStream out) throws IOException {
        out.write(StableJson.text(tree(report)).getBytes(StandardCharsets.UTF_8));
        return 1;
    }

    private static ObjectNode tree(RunReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("run_id", report.runId());
        root.put("business_date", report.businessDate().toString());
        root.put("baseline", report.baseline());
        root.put("verdict", report.verdict().words());
        set(root, "do_now", report.doNow());
        set(root, "files", report.files());
        set(root, "steps", report.steps());
        set(root, "children", report.children());
        set(root, "conservation", report.conservation());
        set(root, "exceptions", report.exceptions());
        set(root, "definitions", report.definitions());
        root.put("peak_heap_bytes", report.peakHeapBytes());
        root.put("service", report.serviceName());
        root.put("marking", report.marking());
        set(root, "urgent", report.urgent());
        set(root, "registers", report.registers());
        set(root, "rejects", report.rejects());
        set(root, "checks", report.checks());
        set(root, "outputs", report.outputs());
        set(root, "versions", report.versions());
        set(root, "notices", report.notices());
        ArrayNode feeds = root.putArray("feeds");
        report.feeds().forEach(feed -> feeds.add(freshness(feed)));
        set(root, "releases", report.releases());
        return root;
    }

    private static ObjectNode freshness(FeedDate feed) {
        ObjectNode node = JSON.createObjectNode();
        node.put("feed", feed.feed());
        node.put("sender", feed.sender());
        node.put("as_at_date", feed.asAt() == null ? null : feed.asAt().toString());
        node.put("state", feed.state().name());
        node.put(
                "stale_since",
                feed.staleSince() == null ? null : feed.staleSince().toString());
        node.put("held", feed.held());
        return node;
    }

    private static void set(ObjectNode root, String key, Object value) {
        root.set(key, JSON.valueToTree(value));
    }
}
