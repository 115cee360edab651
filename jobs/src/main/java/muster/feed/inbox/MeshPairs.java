package muster.feed.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import muster.definition.feed.FeedDefinition;

/** The names of MESH pairs: a payload {@code X.dat} and its control file {@code X.ctl} ({@code feeds.md} 2.1). */
final class MeshPairs {

    static final String PAYLOAD = ".dat";
    static final String CONTROL = ".ctl";

    /** Names of files that say nothing, wherever they lie (rulings 2). */
    private static final Pattern GENERAL = Pattern.compile("[A-Za-z0-9_. -]+");

    private MeshPairs() {}

    static boolean isPayload(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(PAYLOAD);
    }

    static boolean isControl(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(CONTROL);
    }

    /** The control file that lies beside a payload; null where none does. */
    static Path controlOf(Path payload) {
        return beside(payload, CONTROL);
    }

    /** The payload that lies beside a control file; null where none does. */
    static Path payloadOf(Path control) {
        return beside(control, PAYLOAD);
    }

    private static Path beside(Path file, String ending) {
        for (String each : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
            Path other = file.resolveSibling(stem(InboxScan.name(file)) + each);
            if (Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
                return other;
            }
        }
        return null;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - PAYLOAD.length());
    }

    /**
     * What a payload's name says to the feed that it goes to: as it stands, without its ending, or with that of a CSV
     * file; nothing where the feed asks nothing of names. Null where the name is none of these.
     */
    static FileName name(FeedDefinition feed, String name, int maxLength, LocalDate businessDate) {
        for (String each : List.of(name, stem(name), stem(name) + ".csv")) {
            FileName parsed = FileName.of(feed, each, maxLength, businessDate);
            if (parsed != null) {
                return parsed;
            }
        }
        boolean silent = !feed.files().pattern().contains("(?<");
        return silent && name.length() <= maxLength && GENERAL.matcher(name).matches()
                ? new FileName(Map.of(), null)
                : null;
    }

    /** Moves the control file of a payload to where the payload goes. */
    static void moveControl(Path payload, Path to) throws IOException {
        Path control = isPayload(InboxScan.name(payload)) ? controlOf(payload) : null;
        if (control != null && Files.isRegularFile(control, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    control,
                    to.resolveSibling(stem(InboxScan.name(to)) + CONTROL),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
