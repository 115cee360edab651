package muster.nightly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.ProcessorClock;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * {@code bench pathway}: what the evaluation of the pathway costs against two plain statements over the same children, one
 * for the facts and one for the open items, which do nothing else and keep nothing. It leaves nothing behind.
 */
@Component
public class PathwayBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 30);
    private static final String SAME = "the same definitions";
    private static final int HUNDREDTH = 100;

    private final DataSource dataSource;
    private final Models models;
    private final Lineage lineage;
    private final Definitions rules;

    PathwayBenchmark(DataSource dataSource, Models models, Lineage lineage, Definitions rules) {
        this.dataSource = dataSource;
        this.models = models;
        this.lineage = lineage;
        this.rules = rules;
    }

    /**
     * Invents children with their events and measures.
     *
     * @param children how many; each has about eight events
     * @return one JSON object: processor seconds of the server and their ratios
     */
    public String run(int children) {
        return UndoneMeasurement.of(dataSource, rules, FIRST, connection -> new Measurement(
                        JdbcClient.create(new SingleConnectionDataSource(connection, true)))
                .json(children));
    }

    /** One measurement in one transaction. */
    private final class Measurement {

        private final JdbcClient database;
        private final RunLedger ledger;
        private final ModelStep step;
        private final PathwayScope scope;
        private final ProcessorClock processor;
        private final ObjectNode json = new ObjectMapper().createObjectNode();

        Measurement(JdbcClient database) {
            this.database = database;
            this.ledger = new RunLedger(database);
            this.step = new ModelStep(database, ledger);
            this.scope = new PathwayScope(database);
            this.processor = new ProcessorClock(
                    database.sql("select pg_backend_pid()").query(Long.class).single());
        }

        String json(int children) {
            Clocks.set(database, FIRST, FIRST, false);
            invent(children);
            double floor = floor();
            double first = night("first_night", FIRST, true);
            fill("register.event_history", "bench/pathway_change.sql");
            double ordinary = night("ordinary_night", FIRST.plusDays(1), false);
            double again = night("everyone_again", FIRST.plusDays(2), true);
            json.put("children", children)
                    .put("events", count("register.event_history"))
                    .put("open_items", count("pathway.open_item"))
                    .put("floor", rounded(floor))
                    .put("ratio_everyone_first", rounded(first / floor))
                    .put("ratio_everyone_again", rounded(again / floor))
                    .put("ratio_ordinary_of_everyone", rounded(ordinary / again));
            return json.toPrettyString();
        }

        private void invent(int children) {
            database.sql("select set_config('muster.bench_children', :children, true)")
                    .param("children", Integer.toString(children))
                    .query()
                    .singleRow();
            fill("cohort.child_history", "bench/pathway_child.sql");
            fill("cohort.custody_history", "bench/pathway_custody.sql");
            fill("register.event_history", "bench/pathway_event.sql");
            fill("register.school_roll_history", "bench/pathway_roll.sql");
        }

        private void fill(String table, String path) {
            String invented = "next.bench_invented";
            database.sql("create unlogged table " + invented + " as\n" + Models.text(path))
                    .update();
            String columns = String.join(
                    ", ",
                    database.sql(
                                    "select attname from pg_attribute where attrelid = cast(:name as regclass) and attnum > 0"
                                            + " order by attnum")
                            .param("name", invented)
                            .query(String.class)
                            .list());
            database.sql("insert into " + table + " (" + columns + ") select " + columns + " from " + invented)
                    .update();
            database.sql("drop table " + invented).update();
            String[] name = table.split("\\.", -1);
            database.sql("select engine.analyse(:schema, :table)")
                    .param("schema", name[0])
                    .param("table", name[1])
                    .query()
                    .listOfRows();
        }

        /** The two statements, over narrow copies that are not timed. */
        private double floor() {
            for (String table : List.of("person", "milestone", "happened")) {
                make("bench_" + table, "bench/floor_" + table + ".sql");
            }
            double fact = make("bench_fact", "bench/floor_fact.sql");
            double open = make("bench_open", "bench/floor_open.sql");
            json.putObject("floor_seconds").put("facts", rounded(fact)).put("open_items", rounded(open));
            return fact + open;
        }

        private double make(String table, String path) {
            double start = processor.seconds();
            database.sql("create unlogged table next." + table + " as\n" + Models.text(path))
                    .update();
            double spent = processor.seconds() - start;
            database.sql("analyze next." + table).update();
            return spent;
        }

        private double night(String name, LocalDate date, boolean everyone) {
            Night night = new Night(date, false, everyone);
            Clocks.set(database, night);
            ledger.begin(night, SAME, SAME);
            ObjectNode parts = json.putObject(name + "_seconds");
            double start = processor.seconds();
            scope.find(night);
            parts.put("scope", rounded(processor.seconds() - start));
            for (SqlModel model : lineage.inOrder(models.stage("40_pathway"))) {
                if (!model.isView()) {
                    double before = processor.seconds();
                    step.run(model, night);
                    parts.put(model.target(), rounded(processor.seconds() - before));
                }
            }
            double spent = processor.seconds() - start;
            json.put(name + "_children", count("engine.child_in_scope")).put(name, rounded(spent));
            return spent;
        }

        private long count(String table) {
            return database.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        }

        private static double rounded(double value) {
            return Math.round(value * HUNDREDTH) / (double) HUNDREDTH;
        }
    }
}
