package muster.definition.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.definition.ConfigTree;
import muster.definition.ConfigTree.ConfigFile;
import muster.definition.DefinitionProblem;
import muster.definition.SchemaCheck;
import muster.definition.YamlDocument;
import muster.definition.YamlParser;

/** What is wrong with the definitions of feeds and reference sets, with file, line and mend ({@code check-config}). */
public final class FeedProblems {

    private static final String INTAKE = "intake.yaml";
    private static final String OUR_SCHEMA = "schema/feed.schema.json";

    private FeedProblems() {}

    /** Checks every file of {@code config/feeds} and {@code intake.yaml}; an empty list means that all can be used. */
    public static List<DefinitionProblem> check(ConfigTree tree) {
        List<DefinitionProblem> problems = new ArrayList<>();
        Map<String, YamlDocument> feeds = new LinkedHashMap<>();
        SchemaCheck schema = new SchemaCheck("feed.schema.json");
        for (ConfigFile file : tree.files().values()) {
            boolean feed = file.path().startsWith("feeds/") && file.path().endsWith(".yaml");
            if (feed || file.path().equals(INTAKE)) {
                Optional<YamlDocument> document = YamlParser.parse(file.path(), file.bytes(), problems);
                if (document.isPresent() && feed && isFeed(document.get())) {
                    problems.addAll(schema.check(document.get()));
                    feeds.put(file.path(), document.get());
                } else if (document.isPresent() && !feed) {
                    problems.addAll(new SchemaCheck("intake.schema.json").check(document.get()));
                }
            }
        }
        if (problems.isEmpty()) {
            crossReferences(tree, feeds, problems);
        }
        return problems;
    }

    /** Other readers may keep files of their own beside the feeds, under a schema of their own. */
    private static boolean isFeed(YamlDocument document) {
        return document.root().path("$schema").asText(OUR_SCHEMA).endsWith(OUR_SCHEMA);
    }

    private static void crossReferences(
            ConfigTree tree, Map<String, YamlDocument> feeds, List<DefinitionProblem> problems) {
        Map<String, CodeList> codes = FeedDefinitions.codeLists(texts(tree));
        feeds.forEach((path, document) -> {
            FeedDefinition feed = FeedDefinitions.parse(
                    path, new String(tree.files().get(path).bytes(), StandardCharsets.UTF_8));
            for (FeedDefinitionCheck.Fault fault : FeedDefinitionCheck.faults(feed, codes)) {
                problems.add(document.problem(
                        fault.pointer(), fault.what(), "Correct the name here, or add what it refers to."));
            }
        });
    }

    /** The texts of a configuration by path, as {@link FeedDefinitions#of(Map)} takes them. */
    public static Map<String, String> texts(ConfigTree tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.files().forEach((path, file) -> texts.put(path, new String(file.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }
}
