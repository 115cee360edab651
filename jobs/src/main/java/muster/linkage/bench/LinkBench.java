package muster.linkage.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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

/**
 * Links records of known truth and counts what came of it. It works in the transaction of its connection, on tables that it
 * empties first: its caller rolls back.
 */
public final class LinkBench {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    private static final String STAGE = "20_identity";
    private static final long OTHER_CHILDREN = 7_777_777L;

    /**
     * What to invent.
     *
     * @param persons persons on PDS
     * @param records records of registers; one in two hundred is of a child whom PDS does not hold
     * @param seed the same seed gives the same children
     * @param numbers whether records carry NHS numbers; if not, most have a slip or two besides
     */
    public record Request(int persons, int records, long seed, boolean numbers) {}

    /**
     * What came of it.
     *
     * @param seconds of each model, in the order they ran
     * @param processorSeconds of each model: of the server, parallel workers included; 0 where they cannot be read
     * @param records compared with the truth
     * @param held of those, records of a child whom PDS holds
     * @param linked automatically, rightly or wrongly
     * @param right of those, to the right child
     * @param wrong links by the method that made them
     * @param compared records that the cross-check could not answer
     * @param comparedLinked of those, linked automatically
     * @param review records that wait for a person
     * @param reviewRight of those, with the right child as candidate
     * @param likely records whose best candidate is likelier to be their child than not, whatever the guards say
     * @param likelyRight of those, with the right child
     * @param twinsMerged records linked to their twin
     */
    public record Result(
            Map<String, Double> seconds,
            Map<String, Double> processorSeconds,
            long records,
            long held,
            long linked,
            long right,
            Map<String, Long> wrong,
            long compared,
            long comparedLinked,
            long review,
            long reviewRight,
            long likely,
            long likelyRight,
            long twinsMerged) {

        /** Wall time of the models of linkage together. */
        public double total() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private final Connection connection;
    private final JdbcClient database;
    private final Models models;
    private final Lineage lineage;
    private final Map<String, Double> processorSeconds = new LinkedHashMap<>();

    /** Makes the measurement over one connection with an open transaction that works as the engine's role. */
    public LinkBench(Connection connection, Models models, Lineage lineage) {
        this.connection = connection;
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.models = models;
        this.lineage = lineage;
    }

    /** The night that the measurement pretends to be; definitions must be in force at it. */
    public static LocalDate night() {
        return NIGHT;
    }

    /** Invents, links and counts. */
    public Result run(Request request) throws SQLException {
        prepare(request);
        return counted(link());
    }

    /** Links what files of known truth say, and counts. */
    public Result run(MappedSet set) throws SQLException {
        load(set.persons(), set.records());
        return counted(link());
    }

    /** Invents persons and records into the registers, and keeps the truth of them. */
    public void prepare(Request request) throws SQLException {
        List<InventedPerson> persons = Population.of(request.seed(), request.persons(), NIGHT);
        List<InventedPerson> strangers = request.numbers()
                ? Population.of(request.seed() + OTHER_CHILDREN, Math.max(1, request.records() / 200), NIGHT)
                : List.of();
        List<InventedRecord> records = Registers.of(
                persons,
                strangers,
                request.records(),
                request.numbers() ? Registers.Dirt.REGISTERS : Registers.Dirt.NO_NUMBER,
                request.seed(),
                NIGHT);
        load(persons, records);
    }

    private void load(List<InventedPerson> persons, List<InventedRecord> records) throws SQLException {
        empty();
        Loader loader = new Loader(connection, NIGHT);
        loader.persons(persons, NIGHT);
        loader.records(records, persons.size(), NIGHT);
        truth(records, persons);
        for (String table : List.of("person", "gp_registration", "hv_caseload", "chis_record")) {
            database.sql("select engine.analyse('register', '" + table + "_history')")
                    .query()
                    .listOfRows();
        }
        database.sql("select engine.analyse('register', 'record')").query().listOfRows();
    }

    private void empty() {
        for (String schema : List.of("register", "identity")) {
            List<String> tables = database.sql(
                            "select quote_ident(tablename) from pg_tables where schemaname = :schema")
                    .param("schema", schema)
                    .query(String.class)
                    .list();
            database.sql("truncate " + schema + "." + String.join(", " + schema + ".", tables) + " cascade")
                    .update();
        }
    }

    private void truth(List<InventedRecord> records, List<InventedPerson> persons) throws SQLException {
        database.sql(
                        "create temporary table bench_truth (record_key bigint, person_record_key bigint, twin_record_key bigint)"
                                + " on commit drop")
                .update();
        StringBuilder rows = new StringBuilder();
        int key = persons.size();
        for (InventedRecord r : records) {
            key++;
            int twin = r.truth() == 0 ? 0 : persons.get(r.truth() - 1).twinOf();
            rows.append(key)
                    .append(',')
                    .append(r.truth())
                    .append(',')
                    .append(twin)
                    .append('\n');
        }
        try {
            connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_truth from stdin (format csv)", new java.io.StringReader(rows.toString()));
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
    }

    /** Runs the models of linkage in their order; the seconds of each. */
    public Map<String, Double> link() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        eachModel((model, took) -> seconds.put(model.target(), took));
        return seconds;
    }

    private void eachModel(BiConsumer<SqlModel, Double> done) {
        RunLedger ledger = new RunLedger(database);
        ModelStep step = new ModelStep(database, ledger);
        Night night = new Night(NIGHT, true, false);
        Clocks.set(database, night);
        ledger.begin(night, "bench", "bench");
        ProcessorClock processor = new ProcessorClock(
                database.sql("select pg_backend_pid()").query(Long.class).single());
        for (SqlModel model : lineage.inOrder(models.stage(STAGE))) {
            long start = System.nanoTime();
            double spent = processor.seconds();
            step.run(model, night);
            processorSeconds.put(model.target(), processor.seconds() - spent);
            done.accept(model, (System.nanoTime() - start) / 1e9);
        }
    }

    private Result counted(Map<String, Double> seconds) {
        Map<String, Long> wrong = new LinkedHashMap<>();
        database.sql("""
                        select link.method, count(*)
                        from bench_truth as truth
                        inner join identity.link as link on link.record_key = truth.record_key and link.decision = 'LINKED'
                        inner join identity.child as child on child.child_key = link.child_key
                        where child.origin_record_key <> truth.person_record_key
                        group by link.method order by link.method
                        """).query(row -> {
            wrong.put(row.getString(1), row.getLong(2));
        });
        return database.sql("""
                        select
                            count(*) as records,
                            count(*) filter (where truth.person_record_key > 0) as held,
                            count(*) filter (where link.decision = 'LINKED') as linked,
                            count(*) filter (where link.decision = 'LINKED'
                                and child.origin_record_key = truth.person_record_key) as linked_right,
                            count(*) filter (where match.person_record_key is null) as compared,
                            count(*) filter (where match.person_record_key is null and link.decision = 'LINKED')
                                as compared_linked,
                            count(*) filter (where link.decision = 'REVIEW') as review,
                            count(*) filter (where link.decision = 'REVIEW'
                                and candidate.origin_record_key = truth.person_record_key) as review_right,
                            count(*) filter (where best.weight >= 0) as likely,
                            count(*) filter (where best.weight >= 0
                                and best.person_record_key = truth.person_record_key) as likely_right,
                            count(*) filter (where link.decision = 'LINKED' and truth.twin_record_key > 0
                                and child.origin_record_key = truth.twin_record_key) as twins_merged
                        from bench_truth as truth
                        inner join identity.link as link on link.record_key = truth.record_key
                        inner join identity.match as match on match.record_key = truth.record_key
                        left join identity.child as child on child.child_key = link.child_key
                        left join identity.child as candidate on candidate.child_key = link.candidate_child_key
                        left join identity.candidate as best on best.record_key = truth.record_key and best.place = 1
                        """)
                .query((row, n) -> new Result(
                        seconds,
                        processorSeconds,
                        row.getLong("records"),
                        row.getLong("held"),
                        row.getLong("linked"),
                        row.getLong("linked_right"),
                        wrong,
                        row.getLong("compared"),
                        row.getLong("compared_linked"),
                        row.getLong("review"),
                        row.getLong("review_right"),
                        row.getLong("likely"),
                        row.getLong("likely_right"),
                        row.getLong("twins_merged")))
                .single();
    }
}
