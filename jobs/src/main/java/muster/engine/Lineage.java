package muster.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which tables each model reads, as the server itself says.
 *
 * <p>A temporary view of the SELECT is made and its dependencies are read from the catalogue, so CTEs and aliases come out
 * right. Set-returning functions are opaque, which is why models call none that read tables.
 */
public final class Lineage {

    private static final String DEPENDENCIES = """
            select distinct namespace.nspname || '.' || relation.relname
            from pg_rewrite as rule
            join pg_depend as dependency on dependency.objid = rule.oid and dependency.classid = 'pg_rewrite'::regclass
            join pg_class as relation
                on relation.oid = dependency.refobjid and dependency.refclassid = 'pg_class'::regclass
            join pg_namespace as namespace on namespace.oid = relation.relnamespace
            where rule.ev_class = 'pg_temp.muster_lineage'::regclass and relation.oid <> rule.ev_class
            order by 1
            """;

    private final Map<String, Set<String>> reads;

    private Lineage(Map<String, Set<String>> reads) {
        this.reads = reads;
    }

    /** Asks the server about every model, in one transaction that leaves nothing behind. */
    public static Lineage of(Models models, JdbcClient database, TransactionTemplate transaction) {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            for (SqlModel model : models.all()) {
                database.sql("create temporary view muster_lineage as\n" + model.select())
                        .update();
                reads.put(
                        model.name(),
                        new TreeSet<>(
                                database.sql(DEPENDENCIES).query(String.class).list()));
                database.sql("drop view pg_temp.muster_lineage").update();
            }
            status.setRollbackOnly();
        });
        return new Lineage(reads);
    }

    /** The tables and views that the model reads. */
    public Set<String> reads(SqlModel model) {
        return reads.getOrDefault(model.name(), Set.of());
    }

    /**
     * The models in an order in which each comes after what it reads; ties by name, so that the order never varies.
     *
     * @throws IllegalStateException when models read each other in a circle
     */
    public List<SqlModel> inOrder(List<SqlModel> models) {
        List<SqlModel> waiting = new ArrayList<>(models);
        waiting.sort(Comparator.comparing(SqlModel::name));
        List<SqlModel> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            SqlModel ready = waiting.stream()
                    .filter(model -> waiting.stream()
                            .noneMatch(other -> !other.target().equals(model.target())
                                    && reads(model).contains(other.target())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("models read each other in a circle: "
                            + waiting.stream().map(SqlModel::name).toList()));
            waiting.remove(ready);
            ordered.add(ready);
        }
        return ordered;
    }
}
