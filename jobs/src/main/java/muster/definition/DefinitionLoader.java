package muster.definition;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.definition.ConfigTree.ConfigFile;

/**
 * Reads the whole configuration and checks it: shape by JSON Schema, code lists by their columns, then the references
 * between files. All problems are collected; if there is any, nothing is returned, because a definition that was
 * skipped is a child that nobody looks for.
 *
 * <p>Feeds and the synthesiser's profile have readers of their own; here their files are only counted among the files in
 * force (the synthesiser's and the column mappings of measurements are not: no night depends on them). Disclosure profiles are checked here and read where
 * outputs are published.
 */
public final class DefinitionLoader {

    private static final Set<String> ELSEWHERE = Set.of("bench", "feeds", "synthetic");
    private static final Set<String> OURS =
            Set.of("exceptions", "measures", "pathway", "codes", "outputs", "messages", "disclosure", "linkage");
    private static final Set<String> ELSEWHERE_FILES = Set.of("intake.yaml");
    private static final String SYNTHETIC = "synthetic/";
    private static final String BENCH = "bench/";
    private static final String SERVICE = "service.yaml";
    private static final String SETTINGS = "settings.yaml";
    private static final String LINKAGE = "linkage";
    private static final String THRESHOLDS = "linkage/thresholds.yaml";
    private static final String PATHWAY = "pathway";
    private static final String PATHWAY_ITEMS = "pathway/pathway.yaml";

    private final ConfigTree tree;
    private final byte[] shippedService;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Map<String, CodeListReader.Read> codeLists = new LinkedHashMap<>();
    private final Map<String, YamlDocument> documents = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();

    private DefinitionLoader(ConfigTree tree, ConfigTree shipped) {
        this.tree = tree;
        this.shippedService = shipped.files().containsKey(SERVICE)
                ? shipped.files().get(SERVICE).bytes()
                : new byte[0];
    }

    /** What was read, and what is wrong with it; the definitions are absent where a file could not be read at all. */
    record Outcome(Optional<Definitions> definitions, List<DefinitionProblem> problems) {}

    /**
     * The configuration in force.
     *
     * @param homeConfigOrNull {@code HOME/config}; null for the shipped configuration alone
     * @throws InvalidDefinitions with every problem, when there is any
     */
    public static Definitions load(Path homeConfigOrNull) {
        Outcome outcome = read(ConfigTree.of(homeConfigOrNull), ConfigTree.of(null));
        if (!outcome.problems().isEmpty()) {
            throw new InvalidDefinitions(outcome.problems());
        }
        return outcome.definitions().orElseThrow();
    }

    static Outcome read(ConfigTree tree, ConfigTree shipped) {
        return new DefinitionLoader(tree, shipped).read();
    }

    private Outcome read() {
        refuseUnknownPlaces();
        codeLists();
        ServiceDefinition service = service();
        List<Setting> settings = settings();
        List<ExceptionDefinition> exceptions =
                all("exceptions", "exception.schema.json", ExceptionDefinition.class, ExceptionDefinition::id);
        List<MeasureDefinition> measures =
                all("measures", "measure.schema.json", MeasureDefinition.class, MeasureDefinition::id);
        List<OutputDefinition> outputs =
                all("outputs", "output.schema.json", OutputDefinition.class, OutputDefinition::id);
        List<PathwayItem> items = items();
        List<Wording> wordings = wordings();
        LinkageDefinition linkage = one(THRESHOLDS, "linkage.schema.json", LinkageDefinition.class);
        tree.in("disclosure", ".yaml").keySet().forEach(path -> document(path, "disclosure.schema.json"));
        boolean readable = problems.isEmpty();
        if (!readable) {
            return new Outcome(Optional.empty(), sorted());
        }
        Definitions definitions = new Definitions(
                service,
                tree.files().get(SERVICE).fromHome(),
                settings,
                exceptions,
                measures.stream()
                        .sorted(Comparator.comparing(MeasureDefinition::position))
                        .toList(),
                items,
                lists(),
                outputs,
                wordings,
                linkage,
                feedLimits(),
                files());
        problems.addAll(new CrossReferences(definitions, documents, tree).check());
        problems.addAll(PathwayCodes.check(codeLists, items));
        return new Outcome(Optional.of(definitions), sorted());
    }

    private List<DefinitionProblem> sorted() {
        return problems.stream().sorted().distinct().toList();
    }

    private void refuseUnknownPlaces() {
        for (ConfigFile file : tree.files().values()) {
            String path = file.path();
            String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            boolean known = path.equals(SERVICE)
                    || path.equals(SETTINGS)
                    || ELSEWHERE_FILES.contains(path)
                    || ELSEWHERE.contains(folder)
                    || OURS.contains(folder) && path.indexOf('/', folder.length() + 1) < 0 && rightEnding(folder, path);
            if (!known && !path.endsWith(".md")) {
                problems.add(new DefinitionProblem(
                        path,
                        0,
                        "Nothing reads this file.",
                        "Move it to the folder and name it belongs to, or remove it."));
            }
        }
    }

    private static boolean rightEnding(String folder, String path) {
        return path.endsWith(folder.equals("codes") ? ".csv" : ".yaml")
                || Set.of(LINKAGE, PATHWAY).contains(folder) && path.endsWith(".csv");
    }

    private void codeLists() {
        for (CodeListSchema schema : CodeListSchema.all().values()) {
            String path = schema.file();
            ConfigFile file = tree.files().get(path);
            if (file == null) {
                missing(path);
            } else {
                codeLists.put(schema.name(), CodeListReader.read(path, file.bytes(), schema, problems));
            }
        }
        Set<String> known =
                CodeListSchema.all().values().stream().map(CodeListSchema::file).collect(Collectors.toSet());
        Stream.of("codes", LINKAGE, PATHWAY)
                .flatMap(folder -> tree.in(folder, ".csv").keySet().stream())
                .filter(path -> !known.contains(path))
                .forEach(path -> problems.add(new DefinitionProblem(
                        path, 0, "No code list has this name.", "Correct the name, or remove the file.")));
        problems.addAll(CodeReferences.check(codeLists));
    }

    private Map<String, CodeList> lists() {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        codeLists.forEach((name, read) -> lists.put(name, read.list()));
        return lists;
    }

    private ServiceDefinition service() {
        Optional<YamlDocument> ours = document(SERVICE, "service.schema.json");
        Optional<YamlDocument> shipped = YamlParser.parse(SERVICE, shippedService, problems);
        if (ours.isEmpty() || shipped.isEmpty()) {
            return null;
        }
        ObjectNode merged = shipped.get().root().deepCopy();
        fill(merged, ours.get().root());
        return map(ours.get(), merged, ServiceDefinition.class);
    }

    /** Puts the given values over the defaults, key by key, one level of objects deep. */
    private static void fill(ObjectNode defaults, JsonNode given) {
        given.properties().forEach(entry -> {
            boolean bothObjects = entry.getValue().isObject() && defaults.get(entry.getKey()) instanceof ObjectNode;
            if (bothObjects) {
                fill((ObjectNode) defaults.get(entry.getKey()), entry.getValue());
            } else {
                defaults.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private record SettingsFile(int version, List<Setting> settings) {}

    private record PathwayFile(int version, List<PathwayItem> items) {}

    private record WordingFile(int version, Map<String, String> texts) {}

    private List<Setting> settings() {
        SettingsFile file = one(SETTINGS, "settings.schema.json", SettingsFile.class);
        return file == null ? List.of() : file.settings();
    }

    private List<PathwayItem> items() {
        PathwayFile file = one(PATHWAY_ITEMS, "pathway.schema.json", PathwayFile.class);
        return file == null ? List.of() : file.items();
    }

    private List<Wording> wordings() {
        List<Wording> wordings = new ArrayList<>();
        for (String path : tree.in("messages", ".yaml").keySet()) {
            WordingFile file = one(path, "message.schema.json", WordingFile.class);
            if (file != null) {
                String id = path.substring("messages/".length(), path.length() - ".yaml".length());
                wordings.add(new Wording(id, file.version(), file.texts()));
            }
        }
        return wordings;
    }

    private <T> List<T> all(String folder, String schema, Class<T> type, java.util.function.Function<T, String> id) {
        List<T> found = new ArrayList<>();
        for (String path : tree.in(folder, ".yaml").keySet()) {
            T one = one(path, schema, type);
            if (one != null) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparing(id));
        return found;
    }

    private <T> T one(String path, String schema, Class<T> type) {
        return document(path, schema)
                .map(document -> map(document, document.root(), type))
                .orElse(null);
    }

    private Optional<YamlDocument> document(String path, String schema) {
        ConfigFile file = tree.files().get(path);
        if (file == null) {
            missing(path);
            return Optional.empty();
        }
        Optional<YamlDocument> document = YamlParser.parse(path, file.bytes(), problems);
        if (document.isEmpty()) {
            return document;
        }
        List<DefinitionProblem> found = new SchemaCheck(schema).check(document.get());
        problems.addAll(found);
        documents.put(path, document.get());
        versions.put(path, document.get().root().path("version").asText(""));
        return found.isEmpty() ? document : Optional.empty();
    }

    private <T> T map(YamlDocument document, JsonNode tree, Class<T> type) {
        try {
            return DefinitionMapper.read(tree, type);
        } catch (IllegalArgumentException e) {
            problems.add(
                    document.problem(pointer(e), "The value cannot be read: " + reason(e) + ".", "Correct the value."));
            return null;
        }
    }

    /** Where the value stands that the mapper stumbled over, as a JSON pointer; the file where it does not say. */
    private static String pointer(IllegalArgumentException refused) {
        if (!(refused.getCause() instanceof JsonMappingException where)) {
            return "";
        }
        return where.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** What the type itself says of the value, without the mapper's chain of references. */
    private static String reason(IllegalArgumentException refused) {
        if (!(refused.getCause() instanceof JsonMappingException where)) {
            return refused.getMessage();
        }
        return where.getCause() == null
                ? where.getOriginalMessage()
                : where.getCause().getMessage();
    }

    private void missing(String path) {
        problems.add(new DefinitionProblem(path, 0, "The file is missing.", "Restore it; Muster needs it."));
    }

    /** How old a feed may be before it gives no verdict; the rest of a feed's definition has a reader of its own. */
    private Map<String, Integer> feedLimits() {
        Map<String, Integer> limits = new TreeMap<>();
        for (ConfigFile file : tree.in("feeds", ".yaml").values()) {
            YamlParser.parse(file.path(), file.bytes(), problems).ifPresent(document -> {
                JsonNode limit = document.root().at("/freshness/limit_days");
                if (document.root().path("feed").isTextual() && limit.isInt()) {
                    limits.put(document.root().path("feed").asText(), limit.asInt());
                    versions.put(file.path(), document.root().path("version").asText(""));
                }
            });
        }
        return limits;
    }

    private List<DefinitionFile> files() {
        return tree.files().values().stream()
                .filter(file -> !file.path().endsWith(".md")
                        && !file.path().startsWith(SYNTHETIC)
                        && !file.path().startsWith(BENCH))
                .map(file -> new DefinitionFile(
                        file.path(), versions.getOrDefault(file.path(), ""), file.sha256(), file.fromHome()))
                .toList();
    }
}
