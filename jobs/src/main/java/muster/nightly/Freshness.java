package muster.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.Definitions;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.ControlPolicy;
import muster.definition.feed.FeedFiles.FileType;
import muster.publish.DataDates;
import muster.publish.FeedDate;
import muster.publish.FeedDate.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How old each feed is (RP-13): one date for each sender of lists and of files with a control file, else one for the feed,
 * since a clinic that reports nothing for a week is no fault. Dates and limits are those of the feed's definition.
 */
@Component
class Freshness {

    private final JdbcClient database;
    private final FeedDefinitions feeds;
    private final Definitions definitions;

    Freshness(JdbcClient database, FeedDefinitions feeds, Definitions definitions) {
        this.database = database;
        this.feeds = feeds;
        this.definitions = definitions;
    }

    /** What is known of one sender of a feed at a night. */
    private record Last(String sender, LocalDate asAt, LocalDate heldOn, String held) {}

    /** Every feed that has a definition, as known at a night: in the order of their names, then of their senders. */
    List<FeedDate> of(LocalDate night) {
        List<FeedDate> dates = new ArrayList<>();
        for (FeedDefinition feed : feeds.feeds().values()) {
            List<Last> senders = last(feed, night);
            if (senders.isEmpty()) {
                dates.add(new FeedDate(feed.feed(), feed.title(), "", null, State.NEVER_CAME, null, ""));
            }
            senders.forEach(last -> dates.add(date(feed, last, night)));
        }
        return dates;
    }

    /** The feeds that an output rests on, by its definition. */
    DataDates behind(String outputId, LocalDate night) {
        Map<String, List<FeedDate>> byFeed = new LinkedHashMap<>();
        definitions.output(outputId).restsOn().forEach(feed -> byFeed.put(feed, new ArrayList<>()));
        of(night).stream().filter(date -> byFeed.containsKey(date.feed())).forEach(date -> byFeed.get(date.feed())
                .add(date));
        return new DataDates(byFeed.values().stream().flatMap(List::stream).toList());
    }

    private List<Last> last(FeedDefinition feed, LocalDate night) {
        if (feed.files().message() && feed.files().sender() != null) {
            return lastMessage(feed, night);
        }
        boolean bySender = feed.files().control() == ControlPolicy.REQUIRED
                || (feed.files().defaultType() == FileType.F && feed.files().sender() == null);
        return database.sql("""
                        select looked_at.sender, looked_at.as_at_date, held.business_date as held_on, held.reason_code
                        from (
                            select case when :bySender then file.sender else '' end as sender,
                                max(file.as_at_date) filter (where file.advances) as as_at_date,
                                max(file.file_id) filter (where file.advances) as file_id
                            from engine.file as file
                            where file.feed = :feed and file.business_date <= :night
                                and (file.advances or file.state = 'HELD') and file.sender is not null
                            group by 1
                        ) as looked_at
                        left join lateral (
                            select held.business_date, held.reason_code
                            from engine.file as held
                            where held.feed = :feed and held.state = 'HELD' and held.business_date <= :night
                                and (not :bySender or held.sender = looked_at.sender)
                                and held.file_id > coalesce(looked_at.file_id, 0)
                            order by held.file_id limit 1
                        ) as held on true
                        order by looked_at.sender collate "C"
                        """)
                .param("feed", feed.feed())
                .param("night", night)
                .param("bySender", bySender)
                .query((row, n) -> last(row))
                .list();
    }

    /** Messages are millions of files: the newest is found by its place in an index; none is ever held. */
    private List<Last> lastMessage(FeedDefinition feed, LocalDate night) {
        return database.sql("""
                        select '' as sender, file.as_at_date, null::date as held_on, null::text as reason_code
                        from engine.file as file
                        where file.feed = :feed and file.sender = :sender and file.as_at_date <= :night
                            and (file.advances or file.state = 'HELD')
                        order by file.as_at_date desc limit 1
                        """)
                .param("feed", feed.feed())
                .param("sender", feed.files().sender())
                .param("night", night)
                .query((row, n) -> last(row))
                .list();
    }

    private static Last last(ResultSet row) throws SQLException {
        return new Last(
                row.getString("sender"),
                row.getObject("as_at_date", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getString("reason_code"));
    }

    private static FeedDate date(FeedDefinition feed, Last last, LocalDate night) {
        String held = last.held() == null ? "" : last.held();
        LocalDate due = last.asAt() == null
                ? null
                : last.asAt().plusDays(feed.freshness().due());
        LocalDate limit = last.asAt() == null
                ? null
                : last.asAt().plusDays(feed.freshness().limitDays());
        State state = State.CURRENT;
        if (last.asAt() == null) {
            state = State.HELD;
        } else if (night.isAfter(limit)) {
            state = State.BEYOND_LIMIT;
        } else if (!held.isEmpty()) {
            state = State.HELD;
        } else if (night.isAfter(due)) {
            state = State.LATE;
        }
        LocalDate since =
                switch (state) {
                    case CURRENT, NEVER_CAME -> null;
                    case LATE, BEYOND_LIMIT -> earlier(due.plusDays(1), last.heldOn());
                    case HELD ->
                        due != null && night.isAfter(due) ? earlier(due.plusDays(1), last.heldOn()) : last.heldOn();
                };
        return new FeedDate(feed.feed(), feed.title(), last.sender(), last.asAt(), state, since, held);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return b == null || a.isBefore(b) ? a : b;
    }
}
