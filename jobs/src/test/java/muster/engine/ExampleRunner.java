package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs one example of a model: the SELECT over the given rows, at the example's night, must give the expected rows. */
final class ExampleRunner {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final TestDatabase database;
    private final GivenRows givenRows;

    ExampleRunner(TestDatabase database) {
        this.database = database;
        this.givenRows = new GivenRows(database.client());
    }

    void run(SqlModel model, ExampleFile.Example example) {
        String select = givenRows.inPlaceOfTables(model.select(), example.given());
        List<JsonNode> came = rows(select, example.night());
        Set<String> columns = new LinkedHashSet<>();
        example.expect().forEach(row -> columns.addAll(row.keySet()));
        came.forEach(row ->
                assertThat(names(row)).as("columns of %s", model.target()).containsAll(columns));
        List<String> expected = new ArrayList<>();
        example.expect().forEach(row -> expected.add(line(JSON.valueToTree(row), columns)));
        assertThat(came).extracting(row -> line(row, columns)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<JsonNode> rows(String select, Night night) {
        List<JsonNode> rows = new ArrayList<>();
        database.undone(client -> {
            Clocks.set(client, night);
            // Plain JDBC: a SELECT holds colons and question marks that are no parameters.
            new JdbcTemplate(database.dataSource())
                    .query("select to_jsonb(answer)::text from (\n" + select + "\n) as answer", row -> {
                        rows.add(json(row.getString(1)));
                    });
        });
        return rows;
    }

    private static Set<String> names(JsonNode row) {
        Set<String> names = new LinkedHashSet<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The listed columns of a row as one line; a number reads the same however many zeros it ends with. */
    private static String line(JsonNode row, Set<String> columns) {
        Map<String, Object> line = new TreeMap<>();
        for (String column : columns) {
            JsonNode value = row.get(column);
            line.put(
                    column,
                    value == null || value.isNull() ? "null" : plain(value).toString());
        }
        return line.toString();
    }

    private static JsonNode plain(JsonNode value) {
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
        }
        if (value.isObject()) {
            ObjectNode sorted = JSON.createObjectNode();
            names(value).stream().sorted().forEach(name -> sorted.set(name, plain(value.get(name))));
            return sorted;
        }
        return value;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
