package muster.feed.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.ControlPolicy;
import muster.feed.FeedReaders;

/**
 * Looks at what lies in the inbox: which files are whole, whose they are, which are refused by their looks alone.
 *
 * <p>Holds the only reading of the clock in all intake: a file changed within the last second is looked at again one
 * second later (rulings 2).
 */
final class InboxScan {

    static final String REFERENCE = "reference";
    static final String RETURNED = "worked";

    private final Path home;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;
    private final Clock clock;
    private List<MeshInbox.MeshReport> reports = List.of();

    InboxScan(Path home, FeedDefinitions definitions, FeedReaders readers, Clock clock) {
        this.home = home;
        this.definitions = definitions;
        this.readers = readers;
        this.clock = clock;
    }

    private record Look(long size, long modified) {}

    /** All files of the feeds that have a reader, in no particular order, not numbered yet. */
    List<InboxFile> files(LocalDate businessDate) throws IOException {
        Map<FeedDefinition, List<Path>> candidates = new LinkedHashMap<>();
        for (FeedDefinition feed : definitions.feeds().values()) {
            if (readers.reader(feed.reader()) != null) {
                candidates.put(feed, candidates(feed));
            }
        }
        List<Path> references = entries(inbox(REFERENCE));
        List<Path> returned = returned();
        Map<Path, Look> settled = settled(
                candidates,
                Stream.concat(references.stream(), returned.stream()).toList());
        FileExamination examination = new FileExamination(home, definitions, businessDate);
        MeshInbox mesh = new MeshInbox(definitions, examination);
        List<InboxFile> files = new ArrayList<>();
        for (Map.Entry<FeedDefinition, List<Path>> feed : candidates.entrySet()) {
            for (Path file : feed.getValue()) {
                InboxFile found = mesh.isPart(feed.getKey(), file)
                        ? mesh.examine(feed.getKey(), file, each -> isSettled(each, settled))
                        : examination.examine(feed.getKey(), file, isSettled(file, settled));
                if (found != null
                        && readers.reader(definitions.feed(found.feed()).reader()) != null) {
                    files.add(found);
                }
            }
        }
        reports = mesh.reports();
        for (Path file : references) {
            files.add(examination.examineReference(file, isSettled(file, settled)));
        }
        for (Path file : returned) {
            files.add(examination.examineReturned(file, isSettled(file, settled)));
        }
        return files;
    }

    /** Lists that staff send back; the control file of a MESH pair goes with its payload. */
    private List<Path> returned() throws IOException {
        return entries(inbox(RETURNED)).stream()
                .filter(file -> !MeshPairs.isControl(name(file)) || MeshPairs.payloadOf(file) == null)
                .toList();
    }

    /** The delivery reports that the last look found. */
    List<MeshInbox.MeshReport> reports() {
        return reports;
    }

    private Path inbox(String feed) {
        return home.resolve("inbox").resolve(feed);
    }

    private List<Path> candidates(FeedDefinition feed) throws IOException {
        Pattern unread = feed.files().unread();
        return entries(inbox(feed.feed())).stream()
                .filter(file -> !isCompanion(feed, file))
                .filter(file -> unread == null || !unread.matcher(name(file)).matches())
                .toList();
    }

    /** The entries of a folder by name, without those whose sender is still writing under a passing name. */
    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> !passing(name(file))).sorted().toList();
        }
    }

    private static boolean passing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tmp") || lower.endsWith(".part");
    }

    private static boolean isCompanion(FeedDefinition feed, Path file) {
        return feed.files().control() != ControlPolicy.NONE && ControlFile.isName(name(file));
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The looks of the recent files before a pause of the settings' length; the others need no second look. */
    private Map<Path, Look> settled(Map<FeedDefinition, List<Path>> candidates, List<Path> others) {
        long recently = clock.millis() - definitions.settings().stillWritingMillis();
        Map<Path, Look> recent = new HashMap<>();
        Stream.concat(candidates.values().stream().flatMap(List::stream), others.stream())
                .flatMap(file -> Stream.of(file, file.resolveSibling(ControlFile.nameFor(name(file)))))
                .forEach(file -> {
                    Look look = look(file);
                    if (look != null && look.modified > recently) {
                        recent.put(file, look);
                    }
                });
        if (!recent.isEmpty()) {
            pause();
        }
        return recent;
    }

    private void pause() {
        try {
            Thread.sleep(definitions.settings().stillWritingMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while looking at the inbox.", e));
        }
    }

    private static boolean isSettled(Path file, Map<Path, Look> recent) {
        for (Path each : List.of(file, file.resolveSibling(ControlFile.nameFor(name(file))))) {
            Look before = recent.get(each);
            if (before != null && !before.equals(look(each))) {
                return false;
            }
        }
        return true;
    }

    /** Size and time of an ordinary file; null for anything else. */
    private static Look look(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? new Look(attributes.size(), attributes.lastModifiedTime().toMillis())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Files that no reader of this version can take: folder of the inbox to their number (rulings 2). */
    Map<String, Integer> unread() throws IOException {
        Map<String, Integer> unread = new TreeMap<>();
        for (Path folder : entries(home.resolve("inbox"))) {
            String feed = name(folder);
            FeedDefinition definition = definitions.feed(feed);
            boolean known = feed.equals(REFERENCE)
                    || feed.equals(RETURNED)
                    || (definition != null && readers.reader(definition.reader()) != null);
            int files = 0;
            for (Path file : entries(folder)) {
                Pattern pattern = definition == null ? null : definition.files().unread();
                boolean unreadable =
                        pattern != null && pattern.matcher(name(file)).matches();
                files += !known || unreadable ? 1 : 0;
            }
            if (files > 0) {
                unread.put(feed, files);
            }
        }
        return unread;
    }
}
