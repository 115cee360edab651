package muster.feed.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.ControlPolicy;
import muster.feed.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the files of a night where they belong once the night is safe: {@code archive/<yyyymmdd>/} what was taken or is
 * held already, {@code quarantine/} what was refused or held, with a report beside it. The places are fixed in the
 * register first, so that a second call after a crash does the rest and nothing twice; no file is ever replaced.
 */
final class FileMoves {

    private static final String REPORT_HEADER = "line_number,field,reason_code,message\r\n";

    /** Bytes of a name to which a number and the ending of a report can be added where a name has 255 at most. */
    private static final int LONGEST_NAME = 220;

    private static final int LONGEST_ENDING = 10;

    private final Path home;
    private final FeedDefinitions definitions;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    FileMoves(Path home, FeedDefinitions definitions, JdbcClient database, TransactionTemplate transaction) {
        this.home = home;
        this.definitions = definitions;
        this.database = database;
        this.transaction = transaction;
    }

    private record Move(
            long fileId, String feed, String path, String keptAs, String sha256, String reason, String note) {}

    void settle(LocalDate night) throws IOException {
        transaction.executeWithoutResult(status -> {
            fixOwnNames(night);
            fixPlaces(night);
        });
        for (Move move : moves(night)) {
            move(move);
        }
    }

    /** Files whose name is free where they go, all at once: nearly all of them. */
    private void fixOwnNames(LocalDate night) {
        database.sql("""
                        update engine.file as file
                        set kept_as = wanted.place
                        from (
                            select settled.file_id, settled.place,
                                row_number() over (partition by settled.place order by settled.file_id) as nth
                            from (
                                select file_id,
                                    case when state in ('REJECTED', 'HELD') then 'quarantine/' else :archive end || name
                                        as place
                                from engine.file
                                where business_date = :night and kept_as is null and octet_length(name) <= :longest
                                    and (state in ('APPLIED', 'LANDED', 'DUPLICATE', 'REJECTED')
                                        or state = 'HELD' and reason_code <> 'CONTROL_FILE_MISSING')
                            ) as settled
                        ) as wanted
                        where wanted.file_id = file.file_id and wanted.nth = 1
                            and not exists (select from engine.file as other where other.kept_as = wanted.place)
                        """)
                .param("night", night)
                .param("archive", archive(night))
                .param("longest", LONGEST_NAME)
                .update();
    }

    private static String archive(LocalDate night) {
        return "archive/" + night.format(DateTimeFormatter.BASIC_ISO_DATE) + "/";
    }

    private void fixPlaces(LocalDate night) {
        List<String[]> open = database.sql("""
                        select file_id, name, state from engine.file
                        where business_date = :night and kept_as is null
                            and (state in ('APPLIED', 'LANDED', 'DUPLICATE', 'REJECTED')
                                or state = 'HELD' and reason_code <> 'CONTROL_FILE_MISSING')
                        order by file_id
                        """)
                .param("night", night)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list();
        for (String[] file : open) {
            boolean refused = file[2].equals("REJECTED") || file[2].equals("HELD");
            String folder = refused ? "quarantine/" : archive(night);
            database.sql("update engine.file set kept_as = :place where file_id = :id")
                    .param("place", free(folder, file[1]))
                    .param("id", Long.valueOf(file[0]))
                    .update();
        }
    }

    /**
     * A place that no other file of the register has; a name that comes again gets a number before its ending, and one so
     * long that its report's could not be written is cut.
     */
    private String free(String folder, String name) {
        int dot = name.lastIndexOf('.');
        boolean ends = dot > 0 && name.length() - dot <= LONGEST_ENDING;
        String ending = ends ? name.substring(dot) : "";
        String stem = ends ? name.substring(0, dot) : name;
        while ((stem + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        String place = folder + stem + ending;
        for (int copy = 2; isKept(place); copy++) {
            place = folder + stem + "~" + copy + ending;
        }
        return place;
    }

    private boolean isKept(String place) {
        return database.sql("select exists (select from engine.file where kept_as = :place)")
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    private List<Move> moves(LocalDate night) {
        return database.sql("""
                        select file_id, feed, path, kept_as, sha256, reason_code as reason, note
                        from engine.file
                        where business_date = :night and kept_as is not null and kept_as <> path
                        order by file_id
                        """).param("night", night).query(Move.class).list();
    }

    private void move(Move move) throws IOException {
        Path from = home.resolve(move.path());
        Path to = home.resolve(move.keptAs());
        Files.createDirectories(to.getParent());
        if (move.keptAs().startsWith("quarantine/")) {
            report(to, move);
        }
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)
                && same(from, move.sha256())) {
            companion(move, from, to);
            MeshPairs.moveControl(from, to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** A file that its sender wrote anew in the meantime stays: it is another file, for the next night. */
    private static boolean same(Path file, String sha256) throws IOException {
        return sha256 == null
                || (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Digests.sha256(file).equals(sha256));
    }

    /** The control file goes first: a data file without it would only wait. */
    private void companion(Move move, Path from, Path to) throws IOException {
        FeedDefinition feed = definitions.feed(move.feed());
        if (feed == null || feed.files().control() == ControlPolicy.NONE) {
            return;
        }
        Path control =
                from.resolveSibling(ControlFile.nameFor(from.getFileName().toString()));
        if (Files.isRegularFile(control, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    control,
                    to.resolveSibling(ControlFile.nameFor(to.getFileName().toString())),
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Says why, without a value of the file (rulings 3). */
    private static void report(Path quarantined, Move move) throws IOException {
        Path report = quarantined.resolveSibling(quarantined.getFileName() + ".report.csv");
        Reason reason = Reason.valueOf(move.reason());
        String message = move.note() == null ? reason.message() : reason.message() + " " + move.note();
        String text = REPORT_HEADER + ",," + reason + ",\"" + message.replace("\"", "\"\"") + "\"\r\n";
        Path temporary = report.resolveSibling(report.getFileName() + ".part");
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        Files.move(temporary, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
