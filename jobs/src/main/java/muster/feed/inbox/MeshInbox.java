package muster.feed.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;

/**
 * Takes MESH pairs out of the inbox: a payload goes to its feed once its control file says that it has come whole, a
 * delivery report goes to the outbound log and is never read as data.
 */
final class MeshInbox {

    private final FeedDefinitions definitions;
    private final MeshRouting routing;
    private final FileExamination examination;
    private final List<MeshReport> reports = new ArrayList<>();

    MeshInbox(FeedDefinitions definitions, FileExamination examination) {
        this.definitions = definitions;
        this.routing = new MeshRouting(definitions);
        this.examination = examination;
    }

    /**
     * True for a file of a MESH pair; a payload without a control file is one unless its feed takes such names by
     * themselves, as version 5 does.
     */
    boolean isPart(FeedDefinition folder, Path file) {
        String name = InboxScan.name(file);
        if (MeshPairs.isControl(name)) {
            return true;
        }
        return MeshPairs.isPayload(name)
                && (MeshPairs.controlOf(file) != null
                        || !FileName.fits(folder, name, definitions.settings().maxNameLength()));
    }

    /**
     * Looks at one file of a pair.
     *
     * @param settled tells whether a file has ceased to change
     * @return the payload, or what is wrong with it; null for a control file whose payload is looked at by itself, and
     *     for a report, which {@link #reports} keeps
     */
    InboxFile examine(FeedDefinition folder, Path file, Predicate<Path> settled) throws IOException {
        boolean control = MeshPairs.isControl(InboxScan.name(file));
        Path payload = control ? MeshPairs.payloadOf(file) : file;
        if (control && payload != null) {
            return null;
        }
        Path ctl = control ? file : MeshPairs.controlOf(file);
        try {
            return taken(folder, payload, ctl, settled);
        } catch (FileRefusedException e) {
            return examination.refused(folder, payload == null ? ctl : payload, e);
        }
    }

    private InboxFile taken(FeedDefinition folder, Path payload, Path ctl, Predicate<Path> settled) throws IOException {
        if (payload != null && !Files.isRegularFile(payload, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefusedException(Reason.FILE_NOT_REGULAR, "Not an ordinary file; it was not opened.");
        }
        if (ctl == null) {
            throw waiting(Reason.CONTROL_FILE_MISSING, "The control file has not come.");
        }
        if (!settled.test(ctl) || (payload != null && !settled.test(payload))) {
            throw waiting(Reason.FILE_CHANGING, "Still being written.");
        }
        MeshControl said = MeshControl.read(ctl);
        if (said.isReport()) {
            reports.add(new MeshReport(ctl, payload, said));
            return null;
        }
        if (payload == null) {
            throw waiting(Reason.FILE_CHANGING, "The payload has not come.");
        }
        if (!said.isComplete()) {
            throw waiting(Reason.CONTROL_FILE_MISSING, "The control file does not say that the transfer succeeded.");
        }
        return examination.examine(routing.feed(payload, said, folder), payload, true);
    }

    private static FileRefusedException waiting(Reason reason, String message) {
        return new FileRefusedException(Outcome.WAITING, reason, message);
    }

    /** The delivery reports found so far. */
    List<MeshReport> reports() {
        return List.copyOf(reports);
    }

    /**
     * A delivery report.
     *
     * @param control its control file
     * @param payload what came with it; null where nothing did
     * @param said what the control file says
     */
    record MeshReport(Path control, Path payload, MeshControl said) {}
}
