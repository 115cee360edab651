package muster.definition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.definition.ExceptionDefinition.ClockLevel;
import muster.definition.ExceptionDefinition.ClockUnit;

/**
 * The whole configuration in force, checked. Immutable.
 *
 * @param service the installation
 * @param serviceFromHome whether HOME/config has a service.yaml; if not, {@code run.json} says that defaults hold
 * @param settings policy that belongs to no single rule
 * @param exceptions by id
 * @param measures by position, then id
 * @param items the pathway, in the order of its file
 * @param codeLists by name
 * @param outputs by id
 * @param wordings by id
 * @param linkage thresholds of probabilistic linkage and where its weights come from
 * @param feedLimits days after which a feed's last list gives no verdict, by feed
 * @param files every file in force, with version and hash, by path
 */
public record Definitions(
        ServiceDefinition service,
        boolean serviceFromHome,
        List<Setting> settings,
        List<ExceptionDefinition> exceptions,
        List<MeasureDefinition> measures,
        List<PathwayItem> items,
        Map<String, CodeList> codeLists,
        List<OutputDefinition> outputs,
        List<Wording> wordings,
        LinkageDefinition linkage,
        Map<String, Integer> feedLimits,
        List<DefinitionFile> files) {

    public Definitions {
        settings = List.copyOf(settings);
        exceptions = List.copyOf(exceptions);
        measures = List.copyOf(measures);
        items = List.copyOf(items);
        codeLists = Map.copyOf(codeLists);
        outputs = List.copyOf(outputs);
        wordings = List.copyOf(wordings);
        feedLimits = Map.copyOf(feedLimits);
        files = List.copyOf(files);
    }

    /**
     * A code list.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public CodeList codeList(String name) {
        CodeList list = codeLists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list is called " + name);
        }
        return list;
    }

    /**
     * An exception type.
     *
     * @throws IllegalArgumentException when the code is unknown
     */
    public ExceptionDefinition exception(String id) {
        return find(exceptions, id, ExceptionDefinition::id, "exception type");
    }

    /**
     * An output; what is not declared cannot be rendered.
     *
     * @throws IllegalArgumentException when it is not declared
     */
    public OutputDefinition output(String id) {
        return find(outputs, id, OutputDefinition::id, "output");
    }

    /**
     * The fixed words of an output.
     *
     * @throws IllegalArgumentException when there are none of that id
     */
    public Wording wording(String id) {
        return find(wordings, id, Wording::id, "wording");
    }

    /** The escalation clock of a type: its own, else that of its base severity with one further equal period at the end. */
    public List<ExceptionDefinition.ClockLevel> clock(ExceptionDefinition exception) {
        if (!exception.clock().isEmpty()) {
            return exception.clock();
        }
        Map<String, Object> severity = codeList("severity").rows().stream()
                .filter(row -> row.get("code").equals(exception.severity().base()))
                .findFirst()
                .orElseThrow();
        int review = (Integer) severity.get("first_review");
        int manager = (Integer) severity.get("to_manager");
        int lead = (Integer) severity.get("to_lead");
        return List.of(
                new ClockLevel(1, 0, review, ClockUnit.WORKING),
                new ClockLevel(2, manager, lead, ClockUnit.WORKING),
                new ClockLevel(3, lead, lead + lead - manager, ClockUnit.WORKING));
    }

    /** Closure reasons that staff may give for a type: its own, else those the code list marks default (rulings 6). */
    public List<String> manualReasons(ExceptionDefinition exception) {
        return exception.manualReasons().isEmpty()
                ? codeList("closure_reason").valuesWhere("code", "default_manual")
                : exception.manualReasons();
    }

    /**
     * What is set under a name.
     *
     * @throws IllegalArgumentException when nothing is
     */
    public Setting setting(String name) {
        return find(settings, name, Setting::name, "setting");
    }

    /**
     * A number of policy.
     *
     * @throws IllegalArgumentException when no number is set under that name
     */
    public int number(String name) {
        Setting setting = setting(name);
        if (setting.value() == null) {
            throw new IllegalArgumentException("the setting is a word: " + name);
        }
        return setting.value();
    }

    /** Hash of each file in force by path, for {@code run.json}. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.path(), file.sha256()));
        return hashes;
    }

    /** One hash over all files in force; it changes when any of them does. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        hashes().forEach((path, sha256) ->
                all.append(path).append('\n').append(sha256).append('\n'));
        return ConfigTree.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T find(List<T> list, String id, Function<T, String> name, String kind) {
        return list.stream()
                .filter(entry -> name.apply(entry).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " is called " + id));
    }
}
