package muster.feed.inbox;

import java.time.LocalDate;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.Reason;

/**
 * One file that a night looked at, as the file register has it.
 *
 * @param fileId its place in the total order of all files; 0 before it is registered
 * @param feed inbox folder
 * @param name base name as dropped
 * @param path where it lay, below the home folder
 * @param sender who sent it; for a reference set the name of the set
 * @param sha256 digest in lower case; null where the file was not opened
 * @param bytes length
 * @param asAtDate the date the list speaks of
 * @param sequenceNumber the sender's number; null where the format has none
 * @param type full or delta
 * @param declaredRows rows by the control file; null without one
 * @param declaredHashTotal sum of the last four digits of the NHS numbers by the control file
 * @param declaredChildren distinct children by the control file
 * @param released a person let it through the guards
 * @param state where it stands
 * @param reason why it was not taken; null where it was
 */
public record InboxFile(
        long fileId,
        String feed,
        String name,
        String path,
        String sender,
        String sha256,
        Long bytes,
        LocalDate asAtDate,
        Long sequenceNumber,
        FileType type,
        Long declaredRows,
        Long declaredHashTotal,
        Long declaredChildren,
        boolean released,
        FileState state,
        Reason reason) {

    /** The same file under its number. */
    InboxFile numbered(long id) {
        return new InboxFile(
                id,
                feed,
                name,
                path,
                sender,
                sha256,
                bytes,
                asAtDate,
                sequenceNumber,
                type,
                declaredRows,
                declaredHashTotal,
                declaredChildren,
                released,
                state,
                reason);
    }

    /** The same file in another state. */
    InboxFile in(FileState other) {
        return new InboxFile(
                fileId,
                feed,
                name,
                path,
                sender,
                sha256,
                bytes,
                asAtDate,
                sequenceNumber,
                type,
                declaredRows,
                declaredHashTotal,
                declaredChildren,
                released,
                other,
                reason);
    }
}
