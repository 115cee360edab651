package muster.feed.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedFiles.FileType;
import muster.engine.Night;
import muster.feed.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file register, {@code engine.file}: what each night looked at, and what became of it. */
final class FileRegister {

    private static final String COLUMNS = """
            file_id, feed, name, path, sender, sha256, bytes, as_at_date, sequence_number, file_type, declared_rows,
            declared_hash_total, declared_children, released, state, reason_code
            """;

    private final JdbcClient database;

    FileRegister(JdbcClient database) {
        this.database = database;
    }

    /** True once a night's set of files is fixed. */
    boolean isFixed(LocalDate night) {
        return database.sql("select count(*) from engine.intake where business_date = :night")
                        .param("night", night)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Fixes a night's set; ids are dense and follow the order of the list. */
    void fix(Night night, List<InboxFile> files) {
        database.sql("insert into engine.intake (business_date, files) values (:night, :files)")
                .param("night", night.businessDate())
                .param("files", files.size())
                .update();
        if (!files.isEmpty()) {
            insert(night, files);
        }
    }

    /** All files in one statement: a night may bring tens of thousands of messages. */
    private void insert(Night night, List<InboxFile> files) {
        database.sql("""
                        insert into engine.file (
                            file_id, business_date, baseline, feed, name, path, sender, sha256, bytes, as_at_date,
                            sequence_number, file_type, declared_rows, declared_hash_total, declared_children,
                            released, state, reason_code)
                        select
                            (select coalesce(max(held.file_id), 0) from engine.file as held) + taken.place, :night,
                            :baseline, taken.feed, taken.name, taken.path, taken.sender, taken.sha256,
                            taken.bytes::bigint, taken.as_at::date, taken.sequence::bigint, taken.type,
                            taken.rows::bigint, taken.hash::bigint, taken.children::bigint, taken.released::boolean,
                            taken.state, taken.reason
                        from unnest(
                            cast(:feed as text[]), cast(:name as text[]), cast(:path as text[]),
                            cast(:sender as text[]), cast(:sha256 as text[]), cast(:bytes as text[]),
                            cast(:asAt as text[]), cast(:sequence as text[]), cast(:type as text[]),
                            cast(:rows as text[]), cast(:hash as text[]), cast(:children as text[]),
                            cast(:released as text[]), cast(:state as text[]), cast(:reason as text[]))
                            with ordinality as taken (feed, name, path, sender, sha256, bytes, as_at, sequence, type,
                                rows, hash, children, released, state, reason, place)
                        order by taken.place
                        """)
                .param("night", night.businessDate())
                .param("baseline", night.baseline())
                .param("feed", texts(files, InboxFile::feed))
                .param("name", texts(files, InboxFile::name))
                .param("path", texts(files, InboxFile::path))
                .param("sender", texts(files, InboxFile::sender))
                .param("sha256", texts(files, InboxFile::sha256))
                .param("bytes", texts(files, InboxFile::bytes))
                .param("asAt", texts(files, InboxFile::asAtDate))
                .param("sequence", texts(files, InboxFile::sequenceNumber))
                .param("type", texts(files, InboxFile::type))
                .param("rows", texts(files, InboxFile::declaredRows))
                .param("hash", texts(files, InboxFile::declaredHashTotal))
                .param("children", texts(files, InboxFile::declaredChildren))
                .param("released", texts(files, InboxFile::released))
                .param("state", texts(files, InboxFile::state))
                .param("reason", texts(files, InboxFile::reason))
                .update();
    }

    private static String[] texts(List<InboxFile> files, Function<InboxFile, Object> value) {
        return files.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }

    /** The files of a night in their order. */
    List<InboxFile> ofNight(LocalDate night) {
        return database.sql("select " + COLUMNS + " from engine.file where business_date = :night order by file_id")
                .param("night", night)
                .query((row, number) -> file(row))
                .list();
    }

    private static InboxFile file(ResultSet row) throws SQLException {
        String type = row.getString("file_type");
        String reason = row.getString("reason_code");
        return new InboxFile(
                row.getLong("file_id"),
                row.getString("feed"),
                row.getString("name"),
                row.getString("path"),
                row.getString("sender"),
                row.getString("sha256"),
                row.getObject("bytes", Long.class),
                row.getObject("as_at_date", LocalDate.class),
                row.getObject("sequence_number", Long.class),
                type == null ? null : FileType.valueOf(type),
                row.getObject("declared_rows", Long.class),
                row.getObject("declared_hash_total", Long.class),
                row.getObject("declared_children", Long.class),
                row.getBoolean("released"),
                FileState.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason));
    }

    /**
     * A file whose rows are in landing.
     *
     * @param sourceSystem the system whose rows it holds, where the feed names one
     * @param judged whether its figures are written down already
     */
    record LandedFile(InboxFile file, String sourceSystem, boolean judged) {}

    /** The landed files of one feed and night in their order. */
    List<LandedFile> landed(LocalDate night, String feed) {
        return database.sql("select " + COLUMNS + """
                        , source_system_code, exists (
                            select from engine.file_profile as profile where profile.file_id = file.file_id) as judged
                        from engine.file
                        where business_date = :night and feed = :feed and state = 'LANDED'
                        order by file_id
                        """)
                .param("night", night)
                .param("feed", feed)
                .query((row, number) ->
                        new LandedFile(file(row), row.getString("source_system_code"), row.getBoolean("judged")))
                .list();
    }

    /** Puts these files, and no other, into {@code engine.file_in_scope}. */
    void scope(List<Long> files) {
        database.sql("truncate engine.file_in_scope").update();
        database.sql("insert into engine.file_in_scope (file_id) select unnest(:files)")
                .param("files", files.toArray(Long[]::new))
                .update();
    }

    /** Takes a landed file back: nothing of it counts, and its number is not taken. */
    void hold(InboxFile file, Reason reason, String note) {
        database.sql("delete from engine.line where file_id = :id")
                .param("id", file.fileId())
                .update();
        database.sql("""
                        update engine.file
                        set state = 'HELD', reason_code = :reason, note = :note, advances = false, rows_read = 0, rows_data = 0,
                            rows_landed = 0, rows_skipped = 0, rows_rejected = 0
                        where file_id = :id
                        """)
                .param("reason", reason.name())
                .param("note", note)
                .param("id", file.fileId())
                .update();
    }

    /**
     * Ends a file that is not taken.
     *
     * @param sourceSystem for content that came before, the system whose rows it holds
     */
    void close(InboxFile file, FileState state, Reason reason, String note, boolean advances, String sourceSystem) {
        database.sql("""
                        update engine.file
                        set source_system_code = :system, state = :state, reason_code = :reason, note = :note, advances = :advances
                        where file_id = :id
                        """)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("advances", advances)
                .param("system", sourceSystem, Types.VARCHAR)
                .param("id", file.fileId())
                .update();
    }

    /** Records that a file's rows are in landing. */
    void landed(InboxFile file, Landed landed) {
        database.sql("""
                        update engine.file
                        set state = 'LANDED', advances = true, source_system_code = :system, rows_read = :read, rows_data = :data,
                            rows_landed = :landed, rows_skipped = :skipped, rows_rejected = :rejected,
                            seconds = :seconds
                        where file_id = :id
                        """)
                .param("system", landed.sourceSystem())
                .param("read", landed.read())
                .param("data", landed.data())
                .param("landed", landed.landed())
                .param("skipped", landed.skipped())
                .param("rejected", landed.rejected())
                .param("seconds", landed.seconds())
                .param("id", file.fileId())
                .update();
    }

    /**
     * Content that was taken before.
     *
     * @param sourceSystem the system whose rows it holds, where the feed names one
     * @param newest nothing else of that sender and system was taken since; for reference sets, which come several at a
     *     time, no later night took another file of the set
     */
    record Seen(String sourceSystem, boolean newest) {}

    /** The same sender's same content, where it was taken before. */
    Optional<Seen> seen(InboxFile file) {
        return database.sql("""
                        select earlier.source_system_code as source_system, not exists (
                            select from engine.file as later
                            where later.feed = :feed
                                and later.sender is not distinct from :sender
                                and later.source_system_code is not distinct from earlier.source_system_code
                                and later.file_id > earlier.file_id
                                and later.file_id < :id
                                and (later.feed <> 'reference' or later.business_date > earlier.business_date)
                                and later.state in ('LANDED', 'APPLIED')) as newest
                        from engine.file as earlier
                        where earlier.sha256 = :sha256
                            and earlier.feed = :feed
                            and earlier.sender is not distinct from :sender
                            and earlier.file_id < :id
                            and earlier.state in ('LANDED', 'APPLIED')
                        order by earlier.file_id desc
                        limit 1
                        """)
                .param("sha256", file.sha256())
                .param("feed", file.feed())
                .param("sender", file.sender(), Types.VARCHAR)
                .param("id", file.fileId())
                .query(Seen.class)
                .optional();
    }

    /** True when the feed's senders may be anybody, or one of the tables that know them knows this one. */
    boolean knowsSender(FeedDefinition feed, InboxFile file) {
        List<String> places = feed.files().senderListedIn();
        if (places.isEmpty()) {
            return true;
        }
        String known = places.stream()
                .map(place -> {
                    int column = place.lastIndexOf('.');
                    return "select " + place.substring(column + 1) + " as sender from " + place.substring(0, column);
                })
                .collect(Collectors.joining(" union all "));
        return database.sql("select exists (select from (" + known + ") as known where known.sender = :sender)")
                .param("sender", file.sender(), Types.VARCHAR)
                .query(Boolean.class)
                .single();
    }

    /** True when another content came under this name and was taken. */
    boolean nameUsed(InboxFile file) {
        return database.sql("""
                        select count(*) from engine.file as earlier
                        where earlier.feed = :feed
                            and lower(earlier.name) = lower(:name)
                            and earlier.file_id < :id
                            and earlier.sha256 <> :sha256
                            and earlier.state in ('LANDED', 'APPLIED')
                        """)
                        .param("feed", file.feed())
                        .param("name", file.name())
                        .param("id", file.fileId())
                        .param("sha256", file.sha256())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The sender's highest sequence number taken so far. */
    Optional<Long> lastSequence(InboxFile file) {
        return lastSequence(file, null);
    }

    /**
     * The highest sequence number taken so far of one system of the sender, and of files without a row, which name no
     * system; of all systems where it is null.
     */
    Optional<Long> lastSequence(InboxFile file, String sourceSystem) {
        return database.sql("""
                        select max(earlier.sequence_number) from engine.file as earlier
                        where earlier.feed = :feed
                            and earlier.sender is not distinct from :sender
                            and (cast(:system as text) is null or earlier.source_system_code is null
                                or earlier.source_system_code = :system)
                            and earlier.file_id < :id
                            and earlier.advances
                        """)
                .param("feed", file.feed())
                .param("sender", file.sender(), Types.VARCHAR)
                .param("system", sourceSystem, Types.VARCHAR)
                .param("id", file.fileId())
                .query(Long.class)
                .optional();
    }

    /** Rows of the sender's last full file that was taken, of the same source system where the feed names one. */
    Optional<Long> lastFullRows(InboxFile file, String sourceSystem) {
        return database.sql("""
                        select earlier.rows_data from engine.file as earlier
                        where earlier.feed = :feed
                            and earlier.sender is not distinct from :sender
                            and earlier.source_system_code is not distinct from :system
                            and earlier.file_id < :id
                            and earlier.file_type = 'F'
                            and earlier.state in ('LANDED', 'APPLIED')
                        order by earlier.file_id desc
                        limit 1
                        """)
                .param("feed", file.feed())
                .param("sender", file.sender(), Types.VARCHAR)
                .param("system", sourceSystem, Types.VARCHAR)
                .param("id", file.fileId())
                .query(Long.class)
                .optional();
    }

    /** True when the release that a night used named this very file. */
    boolean releasedByName(InboxFile file, LocalDate night) {
        return database.sql("""
                        select exists (
                            select from engine.release
                            where feed = :feed and name = :name and used_on = :night)
                        """)
                .param("feed", file.feed())
                .param("name", file.name())
                .param("night", night)
                .query(Boolean.class)
                .single();
    }

    /** The first night on which a file of this name was already waiting. */
    Optional<LocalDate> waitingSince(InboxFile file) {
        return database.sql("""
                        select min(earlier.business_date) from engine.file as earlier
                        where earlier.feed = :feed
                            and earlier.name = :name
                            and earlier.reason_code = 'CONTROL_FILE_MISSING'
                        """)
                .param("feed", file.feed())
                .param("name", file.name())
                .query(LocalDate.class)
                .optional();
    }
}
