package muster.feed.nems;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@link ParserLimits} from {@code nems_limits.yaml}, whose shape {@code nems_limits.schema.json} fixes. */
public final class ParserLimitsFile {

    private final Map<String, Map<String, Object>> settings;

    private ParserLimitsFile(Map<String, Map<String, Object>> settings) {
        this.settings = settings;
    }

    /**
     * Reads one YAML document that has passed the schema.
     *
     * @param yaml UTF-8 text; the caller closes it
     * @throws IllegalArgumentException when a setting is missing or of another type
     */
    public static ParserLimits read(InputStream yaml) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ParserLimitsFile(settingsOf(document)).limits();
    }

    @SuppressWarnings("unchecked") // the casts below name the setting that is wrong
    private static Map<String, Map<String, Object>> settingsOf(Map<String, Object> document) {
        return document.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Map<String, Object>) entry.getValue()));
    }

    private ParserLimits limits() {
        return new ParserLimits(
                number("maximum_message_bytes"),
                number("maximum_depth"),
                number("maximum_elements"),
                number("maximum_field_characters"),
                texts("resource_types", Function.identity()),
                number("minimum_birth_weight_grams"),
                number("maximum_birth_weight_grams"),
                texts("pds_lifecycles", Function.identity()),
                texts("agency_lifecycles", Function.identity()),
                texts("own_endpoints", Function.identity()),
                texts("unhandled_events", Function.identity()),
                texts("old_dialect_events", Function.identity()),
                texts("restricted_codes", Function.identity()),
                texts("restricted_postcodes", Function.identity()),
                texts("sentinel_dates", LocalDate::parse));
    }

    private int number(String setting) {
        if (value(setting) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("nems_limits.yaml: " + setting + ".value must be a whole number");
    }

    private <T> Set<T> texts(String setting, Function<String, T> as) {
        if (value(setting) instanceof List<?> list) {
            return list.stream().map(String::valueOf).map(as).collect(Collectors.toSet());
        }
        throw new IllegalArgumentException("nems_limits.yaml: " + setting + ".value must be a list");
    }

    private Object value(String setting) {
        Map<String, Object> found = settings.get(setting);
        return found == null ? null : found.get("value");
    }
}
