package muster.definition.feed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All that intake reads from configuration: the feeds by name, the settings, the code lists.
 *
 * @param settings limits and habits of all intake
 * @param feeds definitions by feed name, sorted
 * @param codes code lists by name
 */
public record FeedDefinitions(
        IntakeSettings settings, SortedMap<String, FeedDefinition> feeds, Map<String, CodeList> codes) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The feed of that name; null where there is no definition. */
    public FeedDefinition feed(String name) {
        return feeds.get(name);
    }

    /**
     * Reads the definitions that come with the program.
     *
     * @throws IllegalArgumentException when a definition has an unknown key or refers to what is not there
     */
    public static FeedDefinitions ofClassPath() {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String pattern : Set.of("feeds/*.yaml", "codes/*.csv", "intake.yaml")) {
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:config/" + pattern)) {
                    String folder = pattern.contains("/") ? pattern.substring(0, pattern.indexOf('/') + 1) : "";
                    try (InputStream in = resource.getInputStream()) {
                        texts.put(
                                folder + resource.getFilename(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The definitions of the feeds cannot be read.", e);
        }
        return of(texts);
    }

    /**
     * Reads definitions from texts.
     *
     * @param texts path below {@code config/} to content; paths other than {@code feeds/*.yaml}, {@code codes/*.csv} and
     *     {@code intake.yaml} are ignored
     */
    public static FeedDefinitions of(Map<String, String> texts) {
        IntakeSettings settings = null;
        SortedMap<String, FeedDefinition> feeds = new TreeMap<>();
        Map<String, CodeList> codes = new TreeMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String path = text.getKey();
            if (path.equals("intake.yaml")) {
                settings = MAPPER.convertValue(yaml(text.getValue()), IntakeSettings.class);
            } else if (path.startsWith("feeds/")) {
                FeedDefinition feed = parse(path, text.getValue());
                feeds.put(feed.feed(), feed);
            } else if (path.startsWith("codes/")) {
                String name = path.substring("codes/".length(), path.length() - ".csv".length());
                CodeList list = codeList(name, text.getValue());
                if (list != null) {
                    codes.put(name, list);
                }
            }
        }
        if (settings == null) {
            throw new IllegalArgumentException("config/intake.yaml is missing.");
        }
        feeds.values().forEach(feed -> FeedDefinitionCheck.check(feed, codes));
        return new FeedDefinitions(settings, feeds, codes);
    }

    /** Reads one definition of a feed; the path is for the message. */
    public static FeedDefinition parse(String path, String yaml) {
        try {
            return MAPPER.convertValue(yaml(yaml), FeedDefinition.class);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("config/" + path + ": " + e.getMessage(), e);
        }
    }

    private static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new TextDates(options)).load(text);
    }

    /** A code list has the columns {@code value} and {@code code}; other CSV files of the folder are none of ours. */
    private static CodeList codeList(String name, String csv) {
        Map<String, String> codeOfValue = new LinkedHashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                if (row.findField("value").isEmpty() || row.findField("code").isEmpty()) {
                    return null;
                }
                codeOfValue.put(row.getField("value").toLowerCase(Locale.ROOT), row.getField("code"));
                codes.add(row.getField("code"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes.isEmpty() ? null : new CodeList(name, List.copyOf(codes), codeOfValue);
    }

    /** YAML with plain dates left as text, as JSON would have them. */
    private static final class TextDates extends SafeConstructor {
        TextDates(LoaderOptions options) {
            super(options);
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }
}
