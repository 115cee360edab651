package muster.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** A night's NEMS messages, one to a file, on some nights as MESH pairs; file names hold the date, a counter and the event, nothing of the person. */
final class NemsFiles {
    /** Kinds of birth story have their mothers' numbers side by side. */
    private static final int MOTHERS_APART = 40;

    private final Path folder;
    private final LocalDate date;
    private final long seed;
    private final boolean pairs;
    private int count;

    /** @param pairs whether the messages lie as MESH delivered them, with their control files */
    NemsFiles(Path nightFolder, LocalDate date, long seed, boolean pairs) {
        this.pairs = pairs;
        this.folder = nightFolder.resolve("nems");
        this.date = date;
        this.seed = seed;
    }

    void write(World now) throws IOException {
        for (Event event : now.events) {
            write(event.kind().code, text(event, routed(event)));
        }
    }

    /** The message's text under this routing. */
    String text(Event event, Who routed) {
        try {
            return NemsMessage.write(event, routed, seed);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible); // writing to memory
        }
    }

    /** Writes a message and returns its file's name. */
    String write(String eventCode, String text) throws IOException {
        Files.createDirectories(folder);
        String name = "%s_%05d_%s.%s".formatted(FeedFile.basic(date), ++count, eventCode, pairs ? "dat" : "xml");
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        if (pairs) {
            MeshControl.write(file, workflow(eventCode), "NEMS", date.minusDays(1));
        }
        return name;
    }

    /** The workflow under which an event is delivered ({@code feeds.md} 3.2). */
    private static String workflow(String eventCode) {
        String event = eventCode.substring(0, eventCode.length() - "-1".length());
        boolean named = event.startsWith("pds-") && !event.equals("pds-record-change");
        return (named ? event.substring("pds-".length()) : event)
                        .replace("-", "")
                        .toUpperCase(Locale.ROOT) + "_1";
    }

    /** A birth is routed by the mother, every other event by the patient. */
    static Who routed(Event event) {
        if (event.kind() != Event.Kind.BIRTH) {
            return event.who();
        }
        int index = event.child().part().ordinal() * MOTHERS_APART
                + event.child().kind().ordinal() % MOTHERS_APART;
        LocalDate birth = event.child().birth().minusYears(21 + index % 17).minusDays(index % 300);
        return new Who(NhsNumbers.ofStranger(index), event.who().family(), "Morwenna", birth, 2);
    }
}
