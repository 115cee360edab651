package muster.feed.inbox;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import muster.definition.feed.FeedFiles.FileType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets held files through, by a named person with a reason, at the next night and once (rulings 2). A file without rows
 * is let through only by its own name.
 */
public final class Releases {

    private final JdbcClient database;

    public Releases(JdbcClient database) {
        this.database = database;
    }

    /**
     * Records a release.
     *
     * @param feed the feed
     * @param name one file; null for all that the feed holds, but for files without rows
     * @param by who lets it through
     * @param reason why
     * @return the number of held files that the next night will take
     * @throws IllegalArgumentException when nothing of that feed or name is held, or a name or reason is missing
     */
    public int release(String feed, String name, String by, String reason) {
        if (by == null || by.isBlank() || reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A release needs a name (--by) and a reason (--reason).");
        }
        int held = held(feed, name).size();
        if (held == 0) {
            throw new IllegalArgumentException(
                    "Nothing is held for feed " + feed + (name == null ? "" : ", file " + name) + ".");
        }
        database.sql("""
                        insert into engine.release (feed, name, released_by, reason, business_date)
                        select :feed, :name, :by, :reason, max(business_date) from engine.intake
                        on conflict (feed, name, business_date) do update
                        set released_by = excluded.released_by, reason = excluded.reason, used_on = null
                        """)
                .param("feed", feed)
                .param("name", name == null ? "" : name)
                .param("by", by)
                .param("reason", reason)
                .update();
        return held;
    }

    /** The held files that waiting releases let through, as they lie now. */
    List<InboxFile> waiting() {
        return database
                .sql("select feed, nullif(name, '') as name from engine.release where used_on is null order by 1, 2")
                .query((row, number) -> held(row.getString("feed"), row.getString("name")))
                .list()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Marks the waiting releases as used by a night. */
    void use(LocalDate night) {
        database.sql("update engine.release set used_on = :night where used_on is null")
                .param("night", night)
                .update();
    }

    /** Held files that no later look took up again. */
    private List<InboxFile> held(String feed, String name) {
        return database.sql("""
                        select held.file_id, held.feed, held.name, coalesce(held.kept_as, held.path) as path,
                            held.sender, held.sha256, held.bytes
                        from engine.file as held
                        where held.state = 'HELD'
                            and held.feed = :feed
                            and (held.name = :name or :name is null and held.reason_code <> 'NO_ROWS')
                            and not exists (
                                select from engine.file as later
                                where later.file_id > held.file_id
                                    and later.path = coalesce(held.kept_as, held.path))
                        order by held.file_id
                        """)
                .param("feed", feed)
                .param("name", name, Types.VARCHAR)
                .query((row, number) -> new InboxFile(
                        row.getLong("file_id"),
                        row.getString("feed"),
                        row.getString("name"),
                        row.getString("path"),
                        row.getString("sender"),
                        row.getString("sha256"),
                        row.getLong("bytes"),
                        null,
                        null,
                        FileType.D,
                        null,
                        null,
                        null,
                        true,
                        FileState.HELD,
                        null))
                .list();
    }
}
