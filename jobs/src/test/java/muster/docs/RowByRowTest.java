package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import muster.engine.Clocks;
import muster.engine.Models;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No model reads the whole of a growing table once for each row: what a sub-select asks of one, it asks by an index or
 * once for all. A missing index does not show on a hundred rows and takes hours on a million. The server's plan tells,
 * made with whole-table reads forbidden, so that one that is left has no other way.
 */
class RowByRowTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);

    /** Small, and of a size that no number of children changes. */
    private static final Set<String> SMALL = Set.of("definition", "reference", "engine");

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void whatASubSelectAsksOfAGrowingTableItAsksByAnIndexOrOnceForAll() {
        List<String> wrong = new ArrayList<>();
        planned(client -> Models.load().all().forEach(model -> read(client, model.select())
                .forEach(table -> wrong.add(model.path() + " reads " + table + " for each row"))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aReadOfAWholeTableForEachRowIsFound() {
        planned(client -> assertThat(read(
                        client,
                        "select (select count(*) from register.person as other"
                                + " where other.given_name = child.given_name) from register.person as child"))
                .containsExactly("register.person_history"));
    }

    private void planned(Consumer<JdbcClient> work) {
        database.undone(client -> {
            Clocks.set(client, NIGHT, NIGHT, false);
            client.sql("set local enable_seqscan = off").update();
            work.accept(client);
        });
    }

    /** The growing tables that the plan of a query reads whole for each row of another. */
    private static List<String> read(JdbcClient client, String query) {
        String plan = client.sql("explain (format json, verbose) " + query)
                .query(String.class)
                .single();
        List<String> tables = new ArrayList<>();
        try {
            collect(new ObjectMapper().readTree(plan).get(0).get("Plan"), null, plan, tables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server's plan is JSON", e);
        }
        return tables;
    }

    private static void collect(JsonNode node, String subPlan, String plan, List<String> tables) {
        String within =
                switch (node.path("Parent Relationship").asText()) {
                    case "SubPlan" -> node.path("Subplan Name").asText();
                    case "InitPlan" -> null;
                    default -> subPlan;
                };
        boolean forEachRow = within != null && !plan.contains("hashed " + within + ")");
        String schema = node.path("Schema").asText();
        if (forEachRow && node.path("Node Type").asText().equals("Seq Scan") && !SMALL.contains(schema)) {
            tables.add(schema + "." + node.path("Relation Name").asText());
        }
        node.path("Plans").forEach(child -> collect(child, within, plan, tables));
    }
}
