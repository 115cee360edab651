package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import muster.feed.FeedReaders;
import muster.feed.bench.EventBench;
import muster.feed.bench.LoadBench;
import muster.feed.nems.NemsFeedReader;
import org.junit.jupiter.api.Test;

/** The measurement itself works for every delimited feed; the ratio is judged at size, by {@code bench load}. */
class LoadBenchTest {

    @Test
    void eventsAreMeasuredAgainstABarePass() throws Exception {
        int count = Integer.getInteger("muster.bench.events", 50);
        FeedReaders readers = new FeedReaders().with("nems", new NemsFeedReader());
        EventBench.Result result =
                new EventBench(IntakeDatabase.create(), IntakeHome.DEFINITIONS, readers).run(count, IntakeHome.D);
        System.out.println(result.toJson());
        assertThat(result.toJson()).contains("\"count\": " + count).contains("\"ratio\": ");
    }

    @Test
    void everyDelimitedFeedCanBeMeasured() throws Exception {
        LoadBench bench = new LoadBench(IntakeDatabase.create(), IntakeHome.DEFINITIONS, new FeedReaders());
        long rows = Long.getLong("muster.bench.rows", 500L);
        for (String feed : bench.feeds()) {
            LoadBench.Result result = bench.run(feed, rows, IntakeHome.D);
            System.out.println(result.toJson());
            assertThat(result.toJson()).contains("\"rows\": " + rows).contains("\"apply_seconds\": null");
        }
        assertThat(bench.feeds()).contains("gp-registration", "pds-extract", "vaccination-v5");
    }
}
