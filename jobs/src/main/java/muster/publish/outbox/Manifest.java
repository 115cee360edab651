package muster.publish.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import muster.publish.StableJson;

/** {@code manifest.json}: what a night published and for whom (contract 4). */
final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /** Writes the manifest; files stand in the order given. Returns the number of files. */
    static long write(OutputStream out, LocalDate businessDate, String runId, Collection<PublishedFile> files)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("business_date", businessDate.toString());
        root.put("run_id", runId);
        ArrayNode lines = root.putArray("files");
        files.forEach(file -> addLine(lines, file));
        out.write(StableJson.text(root).getBytes(StandardCharsets.UTF_8));
        return files.size();
    }

    private static void addLine(ArrayNode lines, PublishedFile file) {
        ObjectNode line = lines.addObject();
        line.put("name", file.name());
        line.put("sha256", file.sha256());
        line.put("rows", file.rows());
        line.put("audience", file.audience());
        line.put("recipient", file.recipient());
        line.put("tier", file.tier());
        line.put("marking", file.marking());
    }
}
