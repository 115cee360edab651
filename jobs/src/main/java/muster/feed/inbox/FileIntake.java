package muster.feed.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Night;
import muster.feed.FeedReaders;
import muster.feed.Reason;
import muster.feed.landing.LandingTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the inbox to typed rows in landing: fixes a night's set of files, lands them in their order, and in the end puts
 * them away. Every step may be called again after a crash and then does what is left.
 *
 * <p>Order within a night (rulings 2): reference sets, then extracts and events, then registers; files of one sender by
 * sequence number; never by name or arrival, but where nothing else tells two files apart.
 */
public final class FileIntake {

    /** The folder of lists that staff send back: they are taken with the night's files and read by whoever sent them out. */
    public static final String RETURNED = InboxScan.RETURNED;

    private static final int MESSAGES_TOGETHER = 500;
    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final FeedDefinitions definitions;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FileRegister register;
    private final Releases releases;
    private final InboxScan scan;
    private final FileLanding landing;
    private final FileJudgement judgement;
    private final MessageLanding messages;
    private final FileMoves moves;
    private final MeshReports meshReports;
    private final Path home;

    /**
     * @param home the home folder
     * @param dataSource connects as the engine's role
     * @param transactions of the same data source
     * @param definitions feeds, reference sets, code lists, limits
     * @param readers readers by the names that definitions use
     * @param rejectTestNumbers {@code test_numbers: reject} of {@code service.yaml}
     * @param clock tells only whether a file was changed within the last second
     */
    public FileIntake(
            Path home,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            FeedDefinitions definitions,
            FeedReaders readers,
            boolean rejectTestNumbers,
            Clock clock) {
        this.home = home.toAbsolutePath().normalize();
        this.definitions = definitions;
        this.database = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.register = new FileRegister(database);
        this.releases = new Releases(database);
        this.scan = new InboxScan(this.home, definitions, readers, clock);
        this.landing = new FileLanding(this.home, dataSource, transaction, definitions, readers, rejectTestNumbers);
        this.judgement = new FileJudgement(definitions, database, transaction);
        this.meshReports = new MeshReports(this.home, database);
        this.messages = new MessageLanding(this.home, dataSource, transaction, definitions, readers, rejectTestNumbers);
        this.moves = new FileMoves(this.home, definitions, database, transaction);
    }

    /**
     * Fixes the night's set of files: everything complete in the inbox now, and what a person released. Called again, it
     * looks at nothing and gives the set as it stands.
     *
     * @return all files looked at, taken or not, in their order
     */
    public List<InboxFile> take(Night night) {
        if (!register.isFixed(night.businessDate())) {
            List<InboxFile> files = new ArrayList<>(looked(night.businessDate()));
            files.sort(order());
            transaction.executeWithoutResult(status -> {
                register.fix(night, files);
                meshReports.record(night.businessDate(), scan.reports());
                releases.use(night.businessDate());
            });
        }
        return register.ofNight(night.businessDate());
    }

    private List<InboxFile> looked(LocalDate night) {
        try {
            List<InboxFile> released = new ArrayList<>();
            FileExamination examination = new FileExamination(home, definitions, night);
            for (InboxFile held : releases.waiting()) {
                FeedDefinition feed = definitions.feed(held.feed());
                released.add(
                        feed == null
                                ? examination.examineReleasedReference(held)
                                : examination.examineReleased(feed, held));
            }
            List<InboxFile> files = new ArrayList<>(released);
            for (InboxFile file : scan.files(night)) {
                if (released.stream().noneMatch(other -> other.path().equals(file.path()))) {
                    files.add(overdue(file, night));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot be read.", e);
        }
    }

    /** A file whose control file is missing beyond the feed's deadline is held; it stays where it is. */
    private InboxFile overdue(InboxFile file, LocalDate night) {
        if (file.reason() != Reason.CONTROL_FILE_MISSING) {
            return file;
        }
        int deadline = definitions.feed(file.feed()).freshness().deadlineDays();
        boolean late = register.waitingSince(file)
                .map(since -> !since.plusDays(deadline).isAfter(night))
                .orElse(false);
        return late ? file.in(FileState.HELD) : file;
    }

    private Comparator<InboxFile> order() {
        return Comparator.comparingInt((InboxFile file) -> {
                    FeedDefinition feed = definitions.of(file.feed(), file.sender());
                    return feed == null ? 0 : feed.files().nightOrder();
                })
                .thenComparing(InboxFile::feed)
                .thenComparing(InboxFile::sender, ABSENT_FIRST)
                .thenComparing(InboxFile::sequenceNumber, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(InboxFile::asAtDate, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(InboxFile::sha256, ABSENT_FIRST)
                .thenComparing(InboxFile::name);
    }

    /**
     * Makes the landing tables and lands every file of the night that is not applied yet, in order. Files that were
     * landed before are landed again: an unlogged table is empty after a server's crash.
     */
    public void landAll(Night night) {
        makeTables();
        List<InboxFile> together = new ArrayList<>();
        for (InboxFile file : register.ofNight(night.businessDate())) {
            if (!file.feed().equals(RETURNED)
                    && (file.state() == FileState.TAKEN || file.state() == FileState.LANDED)) {
                if (isMessage(file)) {
                    collect(together, file, night);
                } else {
                    flush(together, night);
                    landing.land(file, night);
                }
            }
        }
        flush(together, night);
        analyse();
    }

    /** The returned lists of a night that are not read yet, in order. */
    public List<InboxFile> returned(Night night) {
        return register.ofNight(night.businessDate()).stream()
                .filter(file -> file.feed().equals(RETURNED) && file.state() == FileState.TAKEN)
                .toList();
    }

    /** Lands one file of the night; nothing happens to one that is applied or not taken. */
    public void land(InboxFile file, Night night) {
        if (file.state() == FileState.TAKEN || file.state() == FileState.LANDED) {
            if (isMessage(file)) {
                messages.land(List.of(file), night);
            } else {
                landing.land(file, night);
            }
        }
    }

    private boolean isMessage(InboxFile file) {
        FeedDefinition feed = definitions.feed(file.feed());
        return feed != null && feed.files().message();
    }

    private void collect(List<InboxFile> together, InboxFile file, Night night) {
        if (together.size() == MESSAGES_TOGETHER
                || (!together.isEmpty() && !together.get(0).feed().equals(file.feed()))) {
            flush(together, night);
        }
        together.add(file);
    }

    private void flush(List<InboxFile> together, Night night) {
        if (!together.isEmpty()) {
            messages.land(List.copyOf(together), night);
            together.clear();
        }
    }

    /** Makes the landing tables of all feeds and reference sets where they are absent. */
    public void makeTables() {
        definitions.feeds().values().forEach(this::makeTable);
        definitions.references().values().forEach(this::makeTable);
    }

    private void makeTable(FeedDefinition feed) {
        transaction.executeWithoutResult(status -> {
            if (!LandingTable.fits(database, feed)) {
                database.sql("drop table if exists " + LandingTable.name(feed)).update();
                database.sql(LandingTable.create(feed)).update();
            }
        });
    }

    /** Compares the landed full files with their feeds' history and holds those that the guards stop (RP-12). */
    public void judge(Night night) {
        judgement.judge(night);
    }

    private void analyse() {
        definitions.feeds().values().forEach(feed -> database.sql("analyze " + LandingTable.name(feed))
                .update());
    }

    /** Puts the files of a night away, once the night is safe; see the class comment of the moves. */
    public void settle(Night night) {
        try {
            moves.settle(night.businessDate());
            meshReports.settle(night.businessDate());
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the night cannot be put away.", e);
        }
    }

    /** Files that no reader of this version can take, by inbox folder: they stay untouched and are named. */
    public Map<String, Integer> unread() {
        try {
            return scan.unread();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot be read.", e);
        }
    }
}
