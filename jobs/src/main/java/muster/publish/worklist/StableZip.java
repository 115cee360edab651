package muster.publish.worklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies an archive so that its bytes depend on its content alone: fixed entry times and a fixed order. */
final class StableZip {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private StableZip() {}

    /**
     * Copies every entry, the list of content types first as readers expect, the others by name.
     *
     * @param day written as every entry's time, at midnight
     */
    static void copy(Path archive, LocalDate day, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String name : names(zip)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(day.atStartOfDay());
                copy.putNextEntry(entry);
                try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
                    content.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static List<String> names(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .sorted(Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
