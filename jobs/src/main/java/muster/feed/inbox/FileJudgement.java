package muster.feed.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.FileType;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.feed.Reason;
import muster.feed.landing.LandingTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Between landing and apply: writes down what each full file looks like, and takes back those that the feed's history
 * speaks against (RP-12). Nothing of a held file reaches a register, so the last good picture stays; the files of the
 * same sender that follow it in sequence are held with it, for they would leave a gap.
 */
final class FileJudgement {

    private final FeedDefinitions definitions;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FileRegister register;
    private final FileProfiles profiles;
    private final HistoryGuards guards;

    FileJudgement(FeedDefinitions definitions, JdbcClient database, TransactionTemplate transaction) {
        this.definitions = definitions;
        this.database = database;
        this.transaction = transaction;
        this.register = new FileRegister(database);
        this.profiles = new FileProfiles(database);
        this.guards = new HistoryGuards(database);
    }

    /** Judges the landed full files of a night that were not judged before; one transaction a feed. */
    void judge(Night night) {
        for (FeedDefinition feed : definitions.feeds().values()) {
            if (feed.volume() != null && feed.volume().history() != null) {
                transaction.executeWithoutResult(status -> judge(feed, night));
            }
        }
    }

    private void judge(FeedDefinition feed, Night night) {
        List<FileRegister.LandedFile> landed = register.landed(night.businessDate(), feed.feed());
        List<Long> fresh = landed.stream()
                .filter(FileJudgement::isToBeJudged)
                .map(each -> each.file().fileId())
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Clocks.set(database, night);
        register.scope(fresh);
        profiles.write(feed);
        Set<String> stopped = new HashSet<>();
        for (FileRegister.LandedFile each : landed) {
            judge(feed, each, stopped);
        }
        profiles.warnOfAbsent(feed);
    }

    /** @param stopped the senders and systems one of whose files is held; those of this file join it */
    private void judge(FeedDefinition feed, FileRegister.LandedFile landed, Set<String> stopped) {
        InboxFile file = landed.file();
        String source = file.sender() + " " + landed.sourceSystem();
        if (file.released()) {
            return;
        }
        if (stopped.contains(source) && file.sequenceNumber() != null) {
            hold(feed, file, Reason.SEQUENCE_GAP, "The file before it is held.");
        } else if (isToBeJudged(landed)) {
            Optional<HistoryGuards.Trip> trip = guards.judge(feed, file.fileId());
            trip.ifPresent(found -> {
                hold(feed, file, found.reason(), found.note());
                stopped.add(source);
            });
        }
    }

    /** Deltas may be small, and a full file is judged once. */
    private static boolean isToBeJudged(FileRegister.LandedFile landed) {
        return landed.file().type() == FileType.F && !landed.judged();
    }

    private void hold(FeedDefinition feed, InboxFile file, Reason reason, String note) {
        database.sql("delete from " + LandingTable.name(feed) + " where file_id = :id")
                .param("id", file.fileId())
                .update();
        register.hold(file, reason, note);
    }
}
