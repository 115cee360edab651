package muster.feed.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.ControlPolicy;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.delimited.ReferenceRecognition;

/** What one file is by its looks, name, digest and control file; its rows are not read here. */
final class FileExamination {

    private final Path home;
    private final FeedDefinitions definitions;
    private final LocalDate businessDate;

    FileExamination(Path home, FeedDefinitions definitions, LocalDate businessDate) {
        this.home = home;
        this.definitions = definitions;
        this.businessDate = businessDate;
    }

    InboxFile examine(FeedDefinition feed, Path file, boolean settled) throws IOException {
        Facts facts = new Facts(feed.feed(), file);
        facts.sender = feed.files().sender();
        facts.type = feed.files().defaultType();
        try {
            looks(facts, settled, () -> name(feed, facts));
            control(feed, facts);
        } catch (FileRefusedException e) {
            facts.refuse(e);
        }
        return facts.file();
    }

    /** A file that is not taken for a reason found elsewhere. */
    InboxFile refused(FeedDefinition feed, Path file, FileRefusedException refusal) {
        Facts facts = new Facts(feed.feed(), file);
        facts.sender = feed.files().sender();
        facts.type = feed.files().defaultType();
        facts.refuse(refusal);
        return facts.file();
    }

    InboxFile examineReference(Path file, boolean settled) throws IOException {
        return reference(new Facts(InboxScan.REFERENCE, file), settled);
    }

    /** A list that staff send back, under any name; whose it is, its row keys tell. */
    InboxFile examineReturned(Path file, boolean settled) throws IOException {
        Facts facts = new Facts(InboxScan.RETURNED, file);
        facts.asAtDate = businessDate;
        try {
            looks(facts, settled, () -> {});
        } catch (FileRefusedException e) {
            facts.refuse(e);
        }
        return facts.file();
    }

    /** A reference file taken out of quarantine by a release. */
    InboxFile examineReleasedReference(InboxFile held) throws IOException {
        Facts facts = new Facts(InboxScan.REFERENCE, home.resolve(held.path()));
        facts.name = held.name();
        facts.released = true;
        return reference(facts, true);
    }

    private InboxFile reference(Facts facts, boolean settled) throws IOException {
        facts.type = FileType.F;
        facts.asAtDate = businessDate;
        try {
            looks(facts, settled, () -> {});
            FeedDefinition set = ReferenceRecognition.recognise(definitions, facts.path);
            facts.sender = set.feed();
        } catch (FileRefusedException e) {
            facts.refuse(e);
        }
        return facts.file();
    }

    /** A file taken out of quarantine by a release; its control file lies beside it. */
    InboxFile examineReleased(FeedDefinition feed, InboxFile held) throws IOException {
        Path path = home.resolve(held.path());
        Facts facts = new Facts(feed.feed(), path);
        facts.name = held.name();
        facts.sender = feed.files().sender();
        facts.type = feed.files().defaultType();
        facts.released = true;
        try {
            looks(facts, true, () -> name(feed, facts));
            control(feed, facts);
        } catch (FileRefusedException e) {
            facts.refuse(e);
        }
        return facts.file();
    }

    private void looks(Facts facts, boolean settled, Runnable name) throws IOException {
        if (!Files.isRegularFile(facts.path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefusedException(Reason.FILE_NOT_REGULAR, "Not an ordinary file; it was not opened.");
        }
        name.run();
        if (!settled) {
            throw new FileRefusedException(Outcome.WAITING, Reason.FILE_CHANGING, "Still being written.");
        }
        facts.bytes = Files.size(facts.path);
        if (facts.bytes > definitions.settings().maxFileBytes()) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "The file is larger than the limit.");
        }
        facts.sha256 = Digests.sha256(facts.path);
    }

    private void name(FeedDefinition feed, Facts facts) {
        int longest = definitions.settings().maxNameLength();
        facts.fileName = MeshPairs.isPayload(facts.name)
                ? MeshPairs.name(feed, facts.name, longest, businessDate)
                : FileName.of(feed, facts.name, longest, businessDate);
        if (facts.fileName == null) {
            throw new FileRefusedException(Reason.FILE_NAME, "The name does not follow the feed's pattern.");
        }
        if (facts.fileName.sender() != null) {
            facts.sender = facts.fileName.sender().toUpperCase(Locale.ROOT);
        }
        if (facts.fileName.type() != null && feed.files().control() != ControlPolicy.NONE) {
            facts.type = FileType.valueOf(facts.fileName.type().toUpperCase(Locale.ROOT));
        }
        facts.sequenceNumber = facts.fileName.sequenceNumber();
        facts.asAtDate = facts.fileName.asAtDate();
        Integer maxAge = feed.files().maxAgeDays();
        // What a person let through is not refused for the days it lay in quarantine.
        if (maxAge != null && !facts.released && facts.asAtDate.plusDays(maxAge).isBefore(businessDate)) {
            throw new FileRefusedException(
                    Reason.FILE_DATE,
                    "The date in the name is more than " + maxAge + " days before the business date.");
        }
    }

    private void control(FeedDefinition feed, Facts facts) throws IOException {
        if (feed.files().control() != ControlPolicy.NONE) {
            ControlFile control = readControl(feed, facts);
            if (control != null) {
                facts.take(control);
                control.agreeWith(feed.files().controlFeed(), facts.fileName, facts.sha256);
            }
        }
        if (facts.asAtDate == null) {
            facts.asAtDate = businessDate;
        }
        if (facts.asAtDate.isAfter(businessDate)) {
            throw new FileRefusedException(Outcome.WAITING, Reason.AS_AT_LATER, "Dated after the business date.");
        }
    }

    private ControlFile readControl(FeedDefinition feed, Facts facts) throws IOException {
        Path control = facts.path.resolveSibling(
                ControlFile.nameFor(facts.path.getFileName().toString()));
        if (Files.exists(control, LinkOption.NOFOLLOW_LINKS)) {
            try {
                return ControlFile.read(control);
            } catch (NoSuchFileException e) {
                throw new FileRefusedException(Outcome.WAITING, Reason.FILE_CHANGING, "The control file went away.");
            }
        }
        if (feed.files().control() == ControlPolicy.REQUIRED && !facts.released) {
            throw new FileRefusedException(
                    Outcome.WAITING, Reason.CONTROL_FILE_MISSING, "The control file has not come.");
        }
        return null;
    }

    /** The facts as they come to light. */
    private final class Facts {
        private final String feed;
        private final Path path;
        private String name;
        private FileName fileName;
        private String sender;
        private String sha256;
        private Long bytes;
        private LocalDate asAtDate;
        private Long sequenceNumber;
        private FileType type;
        private ControlFile control;
        private boolean released;
        private FileState state = FileState.TAKEN;
        private Reason reason;

        Facts(String feed, Path path) {
            this.feed = feed;
            this.path = path;
            this.name = path.getFileName().toString();
        }

        void take(ControlFile declared) {
            control = declared;
            sender = declared.sender().toUpperCase(Locale.ROOT);
            asAtDate = declared.asAtDate();
            sequenceNumber = declared.sequenceNumber();
            type = declared.type();
        }

        void refuse(FileRefusedException refusal) {
            state = FileState.valueOf(refusal.outcome().name());
            reason = refusal.reason();
        }

        InboxFile file() {
            return new InboxFile(
                    0,
                    feed,
                    name,
                    home.relativize(path).toString(),
                    sender,
                    sha256,
                    bytes,
                    asAtDate,
                    sequenceNumber,
                    type,
                    control == null ? null : control.rows(),
                    control == null ? null : control.hashTotal(),
                    control == null ? null : control.children(),
                    released,
                    state,
                    reason);
        }
    }
}
