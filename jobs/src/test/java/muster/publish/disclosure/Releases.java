package muster.publish.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Cells, groups and the shipped profiles, in few words for the tests. */
public final class Releases {
    private Releases() {}

    /** A shipped profile, accepted by its schema. */
    public static DisclosureProfile profile(String name) {
        try (InputStream yaml = resource("config/disclosure/%s.yaml".formatted(name));
                InputStream json = resource("config/schema/disclosure.schema.json")) {
            Map<String, Object> parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(json);
            JsonNode node = new ObjectMapper().valueToTree(parsed);
            if (!schema.validate(node).isEmpty()) {
                throw new IllegalStateException(schema.validate(node).toString());
            }
            return DisclosureProfile.from(parsed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String path) {
        return Releases.class.getClassLoader().getResourceAsStream(path);
    }

    static CellKey key(String type, String code) {
        return new CellKey("M", new AreaKey(type, code));
    }

    static CellKey icb(String code) {
        return key("ICB", code);
    }

    static CellKey england() {
        return key("ENGLAND", "E92000001");
    }

    static CountCell cell(CellKey key, long numerator, long denominator) {
        return CountCell.of(key, numerator, denominator);
    }

    static AdditiveGroup group(CellKey total, CellKey... parts) {
        return new AdditiveGroup("sum of " + total.area().code(), total, List.of(parts));
    }

    static DisclosedTable control(String profile, List<CountCell> cells, AdditiveGroup... groups) {
        return DisclosureControl.apply(profile(profile), cells, List.of(groups), List.of());
    }

    /** A cell as a reader sees it: {@code 5/8}, {@code c/8} or {@code c/c}. */
    static String seen(DisclosedTable table, CellKey key) {
        DisclosedCell cell = table.find(key).orElseThrow();
        return shown(cell.numerator()) + "/" + shown(cell.denominator());
    }

    private static String shown(java.util.OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "c";
    }
}
