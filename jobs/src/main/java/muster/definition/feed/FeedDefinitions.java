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
 * @param references definitions of the reference sets by their name, sorted
 * @param codes code lists by name
 * @param mesh to which feed a MESH payload goes
 */
public record FeedDefinitions(
        IntakeSettings settings,
        SortedMap<String, FeedDefinition> feeds,
        SortedMap<String, FeedDefinition> references,
        Map<String, CodeList> codes,
        MeshRoutes mesh) {

    private static final String MESH = "feeds/mesh_route.csv";
    private static final String REFERENCE = "feeds/reference/";
    private static final String CODES = "feeds/codes/";
    private static final List<String> PATTERNS =
            List.of("feeds/*.yaml", "feeds/codes/*.csv", "feeds/reference/*.yaml", MESH, "intake.yaml");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The definition that a file of the register is read by.
     *
     * @param feed inbox folder
     * @param sender for a reference set its name
     * @return null for a file of no known feed or set
     */
    public FeedDefinition of(String feed, String sender) {
        if (feeds.containsKey(feed)) {
            return feeds.get(feed);
        }
        return sender == null ? null : references.get(sender);
    }

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
            for (String pattern : PATTERNS) {
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:config/" + pattern)) {
                    String folder = pattern.substring(0, pattern.lastIndexOf('/') + 1);
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
     * @param texts path below {@code config/} to content; paths other than those of feeds, reference sets,
     *     code lists and {@code intake.yaml} are ignored
     */
    public static FeedDefinitions of(Map<String, String> texts) {
        IntakeSettings settings = null;
        SortedMap<String, FeedDefinition> feeds = new TreeMap<>();
        SortedMap<String, FeedDefinition> references = new TreeMap<>();
        Map<String, CodeList> codes = codeLists(texts);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String path = text.getKey();
            if (path.equals("intake.yaml")) {
                settings = MAPPER.convertValue(yaml(text.getValue()), IntakeSettings.class);
            } else if (path.startsWith("feeds/") && path.endsWith(".yaml")) {
                FeedDefinition feed = parse(path, text.getValue());
                if (feed != null) {
                    (path.startsWith(REFERENCE) ? references : feeds).put(feed.feed(), feed);
                }
            }
        }
        if (settings == null) {
            throw new IllegalArgumentException("config/intake.yaml is missing.");
        }
        feeds.values().forEach(feed -> refuseFaults(feed, codes));
        references.values().forEach(set -> refuseFaults(set, codes));
        return new FeedDefinitions(settings, feeds, references, codes, mesh(texts));
    }

    private static MeshRoutes mesh(Map<String, String> texts) {
        String csv = texts.get(MESH);
        return csv == null ? new MeshRoutes(Map.of(), Map.of()) : MeshRoutes.of(csv);
    }

    private static void refuseFaults(FeedDefinition feed, Map<String, CodeList> codes) {
        for (FeedDefinitionCheck.Fault fault : FeedDefinitionCheck.faults(feed, codes)) {
            throw new IllegalArgumentException("Feed " + feed.feed() + ", " + fault.pointer() + ": " + fault.what());
        }
    }

    /** The code lists among the texts, by name. */
    static Map<String, CodeList> codeLists(Map<String, String> texts) {
        Map<String, CodeList> codes = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.startsWith(CODES) && path.endsWith(".csv")) {
                String name = path.substring(CODES.length(), path.length() - ".csv".length());
                codes.put(name, codeList(name, text));
            }
        });
        return codes;
    }

    /**
     * Reads one definition of a feed.
     *
     * @param path of the file below {@code config/}, for the message
     * @return null for a file whose {@code $schema} says that it is something else
     * @throws IllegalArgumentException when a key is unknown or a value is of the wrong kind
     */
    public static FeedDefinition parse(String path, String yaml) {
        try {
            Map<?, ?> keys = (Map<?, ?>) yaml(yaml);
            Object schema = keys.remove("$schema");
            if (schema != null && !schema.toString().endsWith("schema/feed.schema.json")) {
                return null;
            }
            return MAPPER.convertValue(FeedVariants.spelledOut(keys), FeedDefinition.class);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("config/" + path + ": " + e.getMessage(), e);
        }
    }

    private static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new TextDates(options)).load(text);
    }

    private static CodeList codeList(String name, String csv) {
        Map<String, String> codeOfValue = new LinkedHashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                codeOfValue.put(row.getField("value").toLowerCase(Locale.ROOT), row.getField("code"));
                codes.add(row.getField("code"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeList(name, List.copyOf(codes), codeOfValue);
    }

    /** YAML with plain dates left as text, as JSON would have them. */
    private static final class TextDates extends SafeConstructor {
        TextDates(LoaderOptions options) {
            super(options);
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }
}
