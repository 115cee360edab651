package muster.feed.inbox;

import java.util.Optional;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinition.VolumeGuard;
import muster.definition.feed.FeedFiles.FileType;
import muster.definition.feed.FeedFiles.NameReuse;
import muster.engine.Night;
import muster.feed.ControlTotals;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;

/**
 * What the files taken before decide about a file: repeated content, sequence, volume (rulings 2). Files are judged in
 * their order, each after the one before it has landed or failed.
 */
final class FileGuards {

    private static final long HUNDRED = 100;

    private final FileRegister register;

    FileGuards(FileRegister register) {
        this.register = register;
    }

    /** The content came before, of this system; {@code advances} where its number is nevertheless the next one. */
    record Repeated(boolean advances, String sourceSystem) {}

    /**
     * Judges a file before its rows are read.
     *
     * @return what to do with content seen before; null where the file is to be read
     * @throws FileRefusedException UNKNOWN_ORGANISATION, FILE_NAME_REUSED; SEQUENCE_GAP, SEQUENCE_CONFLICT where the feed
     *     names no source system
     */
    Repeated beforeReading(FeedDefinition feed, InboxFile file) {
        if (file.released()) {
            return null;
        }
        Optional<FileRegister.Seen> seen = register.seen(file);
        if (seen.isPresent()) {
            boolean next = isNext(file, seen.get().sourceSystem());
            // A full list is the truth of its date: one that returns to an older state is news, and only the newest
            // repeats.
            boolean newestOnly = file.feed().equals(InboxScan.REFERENCE) || (next && file.type() == FileType.F);
            if (!newestOnly || seen.get().newest()) {
                return new Repeated(next, seen.get().sourceSystem());
            }
        }
        if (!register.knowsSender(feed, file)) {
            throw new FileRefusedException(
                    Reason.UNKNOWN_ORGANISATION, "The organisation in the file name is not in the reference data.");
        }
        if (feed.files().nameReuse() == NameReuse.REFUSE && register.nameUsed(file)) {
            throw new FileRefusedException(
                    Reason.FILE_NAME_REUSED, "A file of this name with other content was taken before.");
        }
        if (feed.sourceSystemColumn() == null) {
            sequence(file, null);
        }
        return null;
    }

    /**
     * Judges the number of a file (rulings 2): the first may be any, the next is one more. Where a sender has several
     * source systems each may count for itself, or the sender for all of them.
     *
     * @param sourceSystem the system of the file's rows; null where the feed names none
     * @throws FileRefusedException SEQUENCE_GAP, SEQUENCE_CONFLICT
     */
    void sequence(InboxFile file, String sourceSystem) {
        if (file.released() || file.sequenceNumber() == null || isNext(file, sourceSystem)) {
            return;
        }
        Optional<Long> last =
                sourceSystem == null ? register.lastSequence(file) : register.lastSequence(file, sourceSystem);
        if (last.isEmpty()) {
            return;
        }
        if (file.sequenceNumber() > last.get() + 1) {
            throw new FileRefusedException(
                    Outcome.HELD, Reason.SEQUENCE_GAP, "Expected file " + (last.get() + 1) + " of this sender.");
        }
        throw new FileRefusedException(
                Outcome.HELD, Reason.SEQUENCE_CONFLICT, "File " + last.get() + " of this sender was taken before.");
    }

    private boolean isNext(InboxFile file, String sourceSystem) {
        if (file.sequenceNumber() == null) {
            return false;
        }
        long before = file.sequenceNumber() - 1;
        return register.lastSequence(file).filter(last -> last == before).isPresent()
                || (sourceSystem != null
                        && register.lastSequence(file, sourceSystem)
                                .filter(last -> last == before)
                                .isPresent());
    }

    /** @throws FileRefusedException CONTROL_TOTAL where the rows are not those that the control file declares */
    void totals(InboxFile file, ControlTotals totals) {
        differs("rows", file.declaredRows(), totals.rows());
        differs("hash total", file.declaredHashTotal(), totals.hashTotal());
        differs("distinct children", file.declaredChildren(), totals.children());
    }

    private static void differs(String what, Long declared, long found) {
        if (declared != null && declared != found) {
            throw new FileRefusedException(
                    Reason.CONTROL_TOTAL, "Declared " + what + ": " + declared + ", found: " + found + ".");
        }
    }

    /**
     * Compares a full file with the sender's last one.
     *
     * @return true where the drop warns
     * @throws FileRefusedException NO_ROWS, NO_BASELINE, POPULATION_DROP: held until released
     */
    boolean volume(FeedDefinition feed, InboxFile file, String sourceSystem, long rows, Night night) {
        VolumeGuard guard = feed.volume();
        if (guard == null || file.type() != FileType.F) {
            return false;
        }
        if (rows == 0 && !(file.released() && register.releasedByName(file, night.businessDate()))) {
            throw held(Reason.NO_ROWS, "A full list without a row.");
        }
        if (file.released()) {
            return false;
        }
        Optional<Long> last = register.lastFullRows(file, sourceSystem);
        if (last.isEmpty()) {
            if (night.baseline()) {
                return false;
            }
            throw held(Reason.NO_BASELINE, "The first full list of this sender, and no first load.");
        }
        long dropInHundredths = (last.get() - rows) * HUNDRED;
        if (dropInHundredths >= last.get() * guard.holdPercent()) {
            throw held(Reason.POPULATION_DROP, "Last full list: " + last.get() + " rows, this one: " + rows + ".");
        }
        return dropInHundredths >= last.get() * guard.warnPercent();
    }

    private static FileRefusedException held(Reason reason, String message) {
        return new FileRefusedException(Outcome.HELD, reason, message);
    }
}
