package muster.definition.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * To which feed a MESH payload goes ({@code config/feeds/mesh_route.csv}; contract 2). What the payload begins with
 * decides before the workflow identifier does, which senders give wrongly ({@code feeds.md} 3.2).
 *
 * @param byWorkflow feed by workflow identifier, in upper case
 * @param byBeginning feed by the first characters of a payload
 */
public record MeshRoutes(Map<String, String> byWorkflow, Map<String, String> byBeginning) {

    /** Reads the file; an unknown {@code known_by} is an {@link IllegalArgumentException}. */
    static MeshRoutes of(String csv) {
        Map<String, String> workflows = new LinkedHashMap<>();
        Map<String, String> beginnings = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                String value = row.getField("value");
                switch (row.getField("known_by")) {
                    case "WORKFLOW" -> workflows.put(value.toUpperCase(Locale.ROOT), row.getField("feed"));
                    case "BEGINS" -> beginnings.put(value, row.getField("feed"));
                    default ->
                        throw new IllegalArgumentException(
                                "config/feeds/mesh_route.csv: known_by is WORKFLOW or BEGINS.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MeshRoutes(Map.copyOf(workflows), Map.copyOf(beginnings));
    }
}
