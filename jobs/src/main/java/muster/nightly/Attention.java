package muster.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.publish.FeedDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person must do after a night, most urgent first; none means exit code 0 (rulings 3): files held or refused, a
 * feed beyond its limit, more rejected rows than the feed's bound, figures that could not be published safely.
 */
@Component
class Attention {

    private final JdbcClient database;
    private final FeedDefinitions feeds;
    private final Freshness freshness;

    Attention(JdbcClient database, FeedDefinitions feeds, Freshness freshness) {
        this.database = database;
        this.feeds = feeds;
        this.freshness = freshness;
    }

    List<String> of(LocalDate night) {
        List<String> doNow = new ArrayList<>();
        held(night, doNow);
        refused(night, doNow);
        rejectedRows(night, doNow);
        beyondLimit(night, doNow);
        withheld(night, doNow);
        return doNow;
    }

    private void withheld(LocalDate night, List<String> doNow) {
        database.sql("""
                        select period_type, period_start, reason from publish.withheld
                        where business_date = :night order by period_type, period_start
                        """)
                .param("night", night)
                .query((row, n) -> doNow.add("Tell the service desk: the figures of the "
                        + row.getString("period_type").toLowerCase(Locale.ROOT) + " from "
                        + row.getString("period_start") + " are withheld, because no safe release was found ("
                        + row.getString("reason") + ")."))
                .list();
    }

    private void held(LocalDate night, List<String> doNow) {
        database.sql("""
                        select feed, name, reason_code from engine.file
                        where business_date = :night and state = 'HELD' order by file_id
                        """)
                .param("night", night)
                .query((row, n) -> doNow.add("Look at " + row.getString("name") + " (" + row.getString("feed")
                        + "), held: " + row.getString("reason_code") + ". If it is right: muster release --feed "
                        + row.getString("feed") + " --file " + row.getString("name") + " --by NAME --reason TEXT"))
                .list();
    }

    private void refused(LocalDate night, List<String> doNow) {
        database.sql("""
                        select feed, reason_code, count(*) as files, min(name) as example from engine.file
                        where business_date = :night and state = 'REJECTED'
                        group by feed, reason_code order by feed, reason_code
                        """)
                .param("night", night)
                .query((row, n) -> doNow.add("Ask the sender of " + row.getString("feed") + " to send again: "
                        + row.getLong("files") + " file(s) refused, " + row.getString("reason_code") + ", for example "
                        + row.getString("example") + ". The reports lie in quarantine."))
                .list();
    }

    private void rejectedRows(LocalDate night, List<String> doNow) {
        database.sql("""
                        select feed, sum(rows_read) as rows_read, sum(rows_rejected) as rejected
                        from engine.file where business_date = :night group by feed having sum(rows_rejected) > 0
                        order by feed
                        """)
                .param("night", night)
                .query((row, n) -> {
                    FeedDefinition feed = feeds.feed(row.getString("feed"));
                    long rejected = row.getLong("rejected");
                    boolean many = feed != null
                            && rejected >= feed.rejectedBound().rows()
                            && rejected * 100 >= (long) feed.rejectedBound().percent() * row.getLong("rows_read");
                    if (many) {
                        doNow.add("Tell the sender of " + row.getString("feed") + ": " + rejected + " of "
                                + row.getLong("rows_read") + " rows were refused.");
                    }
                    return many;
                })
                .list();
    }

    private void beyondLimit(LocalDate night, List<String> doNow) {
        database.sql("""
                        select list.feed, list.organisation_code, list.last_as_at_date
                        from register.organisation_list_history as list
                        inner join definition.feed_limit as feed_limit on feed_limit.feed = list.feed
                        where list.nights @> cast(:night as date)
                            and list.last_as_at_date < cast(:night as date) - feed_limit.limit_days
                        order by 1, 2
                        """)
                .param("night", night)
                .query((row, n) -> doNow.add("Ask " + row.getString("organisation_code") + " for its list ("
                        + row.getString("feed") + "): the last one is of " + row.getString("last_as_at_date") + "."))
                .list();
        feedsBeyondLimit(night, doNow);
    }

    /** Feeds without lists of organisations: events, extracts and daily deltas. */
    private void feedsBeyondLimit(LocalDate night, List<String> doNow) {
        Set<String> listed = Set.copyOf(database.sql("select distinct feed from register.organisation_list_history")
                .query(String.class)
                .list());
        freshness.of(night).stream()
                .filter(date -> date.state() == FeedDate.State.BEYOND_LIMIT && !listed.contains(date.feed()))
                .forEach(date -> doNow.add("Ask for " + date.feed()
                        + (date.sender().isEmpty() ? "" : " of " + date.sender()) + ": the last one taken is of "
                        + date.asAt() + ", beyond its limit."));
    }
}
