package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A search through every byte that left: files as they are, workbooks unpacked, PDF text extracted, names. */
final class Places {

    private Places() {}

    static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertNoneOf(List<String> words, Path folder) {
        assertNoNames(words, folder);
        for (Path file : files(folder)) {
            String text = text(file);
            for (String word : words) {
                assertThat(text.contains(word))
                        .as(word + " in " + file.getFileName())
                        .isFalse();
            }
        }
    }

    static void assertNoNames(List<String> words, Path folder) {
        for (Path file : files(folder)) {
            assertThat(file.toString()).doesNotContain(words);
        }
    }

    static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.toString();
            String plain = new String(bytes, StandardCharsets.UTF_8);
            return name.endsWith(".xlsx")
                    ? plain + unpacked(bytes)
                    : name.endsWith(".pdf") ? plain + pdf(bytes) : plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String pdf(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(bytes)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
        }
        return text.toString();
    }
}
