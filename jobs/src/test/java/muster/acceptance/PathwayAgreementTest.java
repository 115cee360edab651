package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import muster.acceptance.slowpathway.SlowChild;
import muster.acceptance.slowpathway.SlowChildren;
import muster.acceptance.slowpathway.SlowPathway;
import muster.acceptance.slowpathway.SlowState;
import muster.engine.Clocks;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random children at twelve dates (how many: {@code muster.slow.children}): each item of each child stands as the independent slow evaluator says, with
 * the same due date, end of the window and day of completion; and there is no other item.
 */
class PathwayAgreementTest {

    private static final long SEED = Long.getLong("muster.slow.seed", 20261122);
    private static final int CHILDREN = Integer.getInteger("muster.slow.children", 2_000);
    private static final int SHOWN = 40;

    /** Days before and on which the schedule changes, the turns of months and school years, and days like any other. */
    private static final List<LocalDate> DAYS = Stream.of(
                    "2025-06-30",
                    "2025-07-01",
                    "2025-10-14",
                    "2025-12-31",
                    "2026-01-01",
                    "2026-02-28",
                    "2026-03-14",
                    "2026-07-02",
                    "2026-08-31",
                    "2026-09-01",
                    "2026-11-01",
                    "2026-11-22")
            .map(LocalDate::parse)
            .toList();

    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Integer> byItem = new TreeMap<>();
    private final ExecutorService besideDatabase = Executors.newSingleThreadExecutor();
    private long compared;

    @AfterEach
    void stop() {
        besideDatabase.shutdownNow();
    }

    @Test
    void everyItemStandsAsTheSlowEvaluatorSays() {
        List<SlowChild> children = SlowChildren.random(SEED, CHILDREN, DAYS);
        TestDatabase shared = TestDatabase.shared();
        Models models = Models.load();
        List<SqlModel> stage =
                Lineage.of(models, shared.client(), shared.transaction()).inOrder(models.stage("40_pathway")).stream()
                        .filter(model -> !model.isView())
                        .toList();
        // The slow evaluator works while the database does.
        Map<LocalDate, CompletableFuture<Map<String, String>>> expected = new TreeMap<>();
        DAYS.forEach(
                day -> expected.put(day, CompletableFuture.supplyAsync(() -> expected(children, day), besideDatabase)));
        shared.undone(database -> {
            // As the program's own server has it.
            database.sql("set local work_mem = '32MB'").update();
            PathwayRows rows = new PathwayRows(database, DAYS);
            rows.laboratory();
            rows.write(children);
            DAYS.forEach(day -> compare(day, expected.get(day).join(), evaluated(database, stage, day)));
        });
        assertThat(disagreements)
                .as("seed %d, %d states compared, disagreements by item %s", SEED, compared, byItem)
                .isEmpty();
        assertThat(compared).isGreaterThan(100L * CHILDREN);
    }

    /** Every state by child and item, after a night that evaluates whom it must: everyone at first, then who can have changed. */
    private static Map<String, String> evaluated(JdbcClient database, List<SqlModel> stage, LocalDate day) {
        Night night = new Night(day, false, false);
        RunLedger ledger = new RunLedger(database);
        ledger.begin(night, "test", "test");
        Clocks.set(database, night);
        database.sql("truncate engine.child_in_scope").update();
        database.sql("insert into engine.child_in_scope (child_key)\n" + Models.text("40_pathway/scope/child.sql"))
                .update();
        database.sql("select engine.analyse('engine', 'child_in_scope')")
                .query()
                .listOfRows();
        ModelStep step = new ModelStep(database, ledger);
        stage.forEach(model -> step.run(model, night));
        Map<String, String> states = new HashMap<>();
        database.sql("""
                        select state.child_key || ' ' || state.item_code, state.state || ' due ' ||
                            coalesce(state.due_date::text, 'null') || ' target ' || coalesce(state.target_date::text, 'null')
                            || ' completed ' || coalesce(state.completed_date::text, 'null')
                        from pathway.item_state as state
                        """).query(row -> {
            assertThat(states.put(row.getString(1), row.getString(2)))
                    .as("one state of %s", row.getString(1))
                    .isNull();
        });
        return states;
    }

    private static Map<String, String> expected(List<SlowChild> children, LocalDate day) {
        Map<String, String> expected = new HashMap<>();
        for (SlowChild child : children) {
            boolean known = !child.birth().isAfter(day)
                    // The cohort learns of a mover-in on the day of the move.
                    && (child.movedIn() == null || !child.movedIn().isAfter(day));
            if (known) {
                SlowPathway.evaluate(child, day)
                        .forEach(state -> expected.put(child.key() + " " + state.item(), text(state)));
            }
        }
        return expected;
    }

    private void compare(LocalDate day, Map<String, String> expected, Map<String, String> came) {
        compared += expected.size();
        expected.forEach((item, state) -> disagree(day, item, state, came.remove(item)));
        came.forEach((item, state) -> disagree(day, item, "no row", state));
    }

    private void disagree(LocalDate day, String item, String expected, String came) {
        if (expected.equals(came)) {
            return;
        }
        byItem.merge(item.substring(item.indexOf(' ') + 1), 1, Integer::sum);
        if (disagreements.size() < SHOWN) {
            disagreements.add(day + " " + item + ": expected " + expected + ", came " + came);
        }
    }

    private static String text(SlowState state) {
        return state.state() + " due " + state.due() + " target " + state.target() + " completed " + state.completed();
    }
}
