package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.command.MusterCommand;

/** A home driven as its user drives it: files dropped, commands run, outputs read. */
final class Installation {

    private final Path home;

    Installation(Path home) {
        this.home = home;
    }

    /** A home with the invented reference sets in its inbox and the two services of the test served. */
    static Installation served(Path home) {
        Installation installation = new Installation(home);
        installation.config(
                "service.yaml", "service: {name: Acceptance, marking: OFFICIAL-SENSITIVE}\nchis: [RCA, RCB]\n");
        ReferenceSets.into(home);
        return installation;
    }

    Path home() {
        return home;
    }

    void config(String file, String text) {
        write(home.resolve("config").resolve(file), text);
    }

    Installation drop(Dropped... files) {
        for (Dropped file : files) {
            file.into(home);
        }
        return this;
    }

    int nightly(String date, String... flags) {
        List<String> arguments = new ArrayList<>(List.of("nightly", "--home", home.toString(), "--date", date));
        arguments.addAll(List.of(flags));
        return run(arguments);
    }

    int release(String feed, String file) {
        List<String> arguments = new ArrayList<>(List.of(
                "release",
                "--home",
                home.toString(),
                "--feed",
                feed,
                "--by",
                "A Tester",
                "--reason",
                "checked with the sender"));
        if (file != null) {
            arguments.addAll(List.of("--file", file));
        }
        return run(arguments);
    }

    static int run(List<String> arguments) {
        return MusterCommand.run(arguments.toArray(String[]::new));
    }

    /** What a command that must end well says of this home on its standard output. */
    String said(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--home", home.toString()));
        arguments.addAll(List.of(more));
        PrintStream out = System.out;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            assertThat(run(arguments)).isZero();
        } finally {
            System.setOut(out);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The bytes of an export as the command writes them. */
    byte[] exportBytes(String what, String date) {
        Path out = home.resolve(what + "-" + date + ".csv");
        int exit = run(
                List.of("export", "--home", home.toString(), "--what", what, "--date", date, "--out", out.toString()));
        if (exit != 0) {
            throw new AssertionError("export of " + what + " ended with " + exit);
        }
        try {
            byte[] bytes = Files.readAllBytes(out);
            Files.delete(out);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, String>> export(String what, String date) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(exportBytes(what, date), StandardCharsets.UTF_8))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String date, String name) {
        try {
            return new ObjectMapper().readTree(outbox(date).resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode run(String date) {
        return json(date, "run.json");
    }

    Path outbox(String date) {
        return home.resolve("outbox").resolve(date);
    }

    boolean waits(Dropped file) {
        return Files.exists(home.resolve("inbox").resolve(file.feed()).resolve(file.name()));
    }

    String quarantineReport(Dropped file) {
        return quarantineReport(file.name());
    }

    /** The one report of this name below the quarantine. */
    String quarantineReport(String name) {
        try (Stream<Path> files = Files.walk(home.resolve("quarantine"))) {
            Path report = files.filter(path -> path.getFileName().toString().equals(name + ".report.csv"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no report for " + name));
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
