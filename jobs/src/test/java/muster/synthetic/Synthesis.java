package muster.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One synthesis on disk, read back by a reader that shares nothing with the writer. */
record Synthesis(Path folder) {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 17);

    static Synthesis of(Path home, int children, int nights, String profile) {
        return of(home, children, nights, 1, profile);
    }

    static Synthesis of(Path home, int children, int nights, long seed, String profile) {
        try {
            Synthesiser.write(
                    new SynthesisRequest(home, children, FIRST, nights, seed, profile), ProgressListener.NONE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new Synthesis(home.resolve("synthetic"));
    }

    List<NamedCsvRecord> truth(String name) {
        return rows(folder.resolve("truth").resolve(name));
    }

    List<Path> files(int night, String feed, String ending) {
        return list(folder.resolve(FIRST.plusDays(night - 1L).toString()).resolve(feed), ending);
    }

    static List<NamedCsvRecord> rows(Path csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A cell of the extract, whose column names are small on one night and large on the next. */
    static String cell(NamedCsvRecord row, String name) {
        return row.findField(name).orElseGet(() -> row.getField(name.toUpperCase(Locale.ROOT)));
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
