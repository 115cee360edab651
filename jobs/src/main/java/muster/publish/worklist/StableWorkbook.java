package muster.publish.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook whose rows are streamed, so that memory does not grow with the list, and whose bytes depend on its content alone. */
final class StableWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final String LANGUAGE = "en-GB";

    private StableWorkbook() {}

    /** Writes the sheets. */
    interface Filler {
        /** Gives the number of rows of the list. */
        long fill(SXSSFWorkbook workbook);
    }

    /**
     * Writes one file.
     *
     * @param temporaryFolder an existing folder, open to the owner alone; left empty
     * @return what the filler gives
     */
    static long write(Path temporaryFolder, WorklistHeader header, String title, Filler filler, OutputStream out)
            throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(new TemporaryFolder(temporaryFolder));
        Path unstable = Files.createTempFile(temporaryFolder, "worklist", ".xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            long written = filler.fill(workbook);
            setProperties(workbook, title, header);
            try (OutputStream file = Files.newOutputStream(unstable)) {
                workbook.write(file);
            }
            StableZip.copy(unstable, header.businessDate(), out);
            return written;
        } finally {
            Files.delete(unstable);
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
    }

    private static void setProperties(SXSSFWorkbook workbook, String title, WorklistHeader header) {
        POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreator(header.serviceName());
        properties.getCoreProperties().setLastModifiedByUser(header.serviceName());
        PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
        Optional<Date> day = Optional.of(Date.from(midnight(header.businessDate())));
        core.setCreatedProperty(day);
        core.setModifiedProperty(day);
        core.setLanguageProperty(LANGUAGE);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
