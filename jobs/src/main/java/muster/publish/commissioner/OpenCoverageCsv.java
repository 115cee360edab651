package muster.publish.commissioner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.publish.disclosure.AreaKey;

/**
 * Writes the open coverage file and its CSVW description (reports 8): UTF-8, comma, CRLF, one row for each figure. The
 * figures must have passed the open profile (T3) and come in {@link ControlledMeasure}'s order; they are streamed.
 *
 * @param context period, run and versions
 * @param publisher who publishes, for the description
 * @param areaNames the name of every area in the figures
 */
public record OpenCoverageCsv(ReportContext context, String publisher, Map<AreaKey, String> areaNames) {
    private static final String LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    private static final List<String> KEY =
            List.of("period_start", "area_code", "attribution", "indicator_id", "breakdown", "breakdown_value");

    /** The name of the data file; the description's is the same with {@code -metadata.json}. */
    public String fileName() {
        return "muster_open-coverage_%s_v%d.csv".formatted(context.period().code(), context.reportVersion());
    }

    /**
     * Writes both files into a folder, by way of {@code .part} files.
     *
     * @param figures what may be shown to anyone, in order; rows of practices belong to no quarterly open file
     * @return rows written, the header not counted
     * @throws IllegalArgumentException where figures are out of order or stand twice, a practice is among them, or a
     *     name could be taken for a formula
     */
    public long write(Stream<ControlledMeasure> figures, Path folder) {
        try {
            Path part = folder.resolve(fileName() + ".part");
            long rows = writeRows(figures, part);
            finish(part, folder.resolve(fileName()));
            Path description = folder.resolve(fileName() + "-metadata.json.part");
            Files.writeString(description, metadata() + "\n");
            finish(description, folder.resolve(fileName() + "-metadata.json"));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long writeRows(Stream<ControlledMeasure> figures, Path file) throws IOException {
        long rows = 0;
        ControlledMeasure before = null;
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(Arrays.stream(OpenCoverageColumn.values())
                    .map(OpenCoverageColumn::header)
                    .toList());
            for (Iterator<ControlledMeasure> each = figures.iterator(); each.hasNext(); rows++) {
                ControlledMeasure figure = each.next();
                requireOpen(before, figure);
                csv.writeRecord(OpenCoverageRow.of(figure, context, areaNames));
                before = figure;
            }
        }
        return rows;
    }

    private void requireOpen(ControlledMeasure before, ControlledMeasure figure) {
        if (before != null && ControlledMeasure.ORDER.compare(before, figure) >= 0) {
            throw new IllegalArgumentException("figures out of order or twice at " + figure.area());
        }
        boolean quarterly = context.period().type().equals("quarter");
        if (figure.area().type().equals("PRACTICE") && (quarterly || !figure.isTotal())) {
            throw new IllegalArgumentException("practice rows are open once a year only, and never by breakdown");
        }
    }

    private static void finish(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The description as JSON, every column in order. */
    public String metadata() {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = json.createObjectNode();
        root.putArray("@context").add("http://www.w3.org/ns/csvw").addObject().put("@language", "en");
        root.put("url", fileName());
        root.put(
                "dc:title",
                "Coverage of the Healthy Child Programme, " + context.period().inWords());
        root.put("dc:publisher", publisher);
        root.put("dc:license", LICENCE);
        root.putObject("dc:modified")
                .put("@value", context.runDate().toString())
                .put("@type", "xsd:date");
        if (!context.data().feeds().isEmpty()) {
            String stale = context.data().anyStale()
                    ? " Not up to date: " + context.data().staleWords() + "."
                    : "";
            root.put("dc:description", "Data as at: " + context.data().dateWords() + "." + stale);
        }
        root.putObject("dialect").put("encoding", "utf-8").put("header", true);
        ObjectNode schema = root.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        Arrays.stream(OpenCoverageColumn.values())
                .map(OpenCoverageColumn::metadata)
                .forEach(columns::add);
        ArrayNode key = schema.putArray("primaryKey");
        KEY.forEach(key::add);
        return root.toPrettyString();
    }
}
