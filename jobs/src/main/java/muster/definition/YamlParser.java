package muster.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML strictly: one document, plain values only. Custom tags, aliases, merges, repeated keys and words that YAML
 * 1.1 takes for something else ({@code no}, {@code 010}) are problems, because each of them makes a file mean what its
 * reader does not see. Dates stay text.
 */
public final class YamlParser {

    private static final int DEPTH_LIMIT = 20;
    private static final int CODE_POINT_LIMIT = 1_000_000;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,8})");

    private final String path;
    private final List<DefinitionProblem> problems;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlParser(String path, List<DefinitionProblem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /**
     * Parses one file.
     *
     * @param problems receives what is wrong
     * @return the document, or empty where its text cannot be read at all
     */
    public static Optional<YamlDocument> parse(String path, byte[] bytes, List<DefinitionProblem> problems) {
        YamlParser parser = new YamlParser(path, problems);
        int before = problems.size();
        JsonNode root = parser.compose(bytes);
        boolean sound = root != null && problems.size() == before;
        return sound ? Optional.of(new YamlDocument(path, root, Map.copyOf(parser.lines))) : Optional.empty();
    }

    private JsonNode compose(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = new Yaml(options()).compose(new StringReader(text));
            if (root == null) {
                problem(1, "The file is empty.", "Write the definition, or remove the file.");
                return null;
            }
            return convert(root, "");
        } catch (CharacterCodingException e) {
            problem(1, "The file is not UTF-8.", "Save it as UTF-8.");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problem(line, "Not YAML: " + e.getProblem() + ".", "Correct the indentation, quotes or colons there.");
        } catch (YAMLException e) {
            problem(1, "Not YAML: " + e.getMessage() + ".", "Correct the file.");
        }
        return null;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH_LIMIT);
        options.setCodePointLimit(CODE_POINT_LIMIT);
        return options;
    }

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence && node.getTag().equals(Tag.SEQ)) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node entry : sequence.getValue()) {
                array.add(convert(entry, pointer + "/" + array.size()));
            }
            return array;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        problem(node, "The tag " + node.getTag() + " is not allowed.", "Write plain values only.");
        return JsonNodeFactory.instance.nullNode();
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
                problem(tuple.getKeyNode(), "A key must be a plain word.", "Write the keys out; merges are not read.");
                continue;
            }
            String name = key.getValue();
            if (object.has(name)) {
                problem(key, "The key '" + name + "' stands twice.", "Keep one of them.");
                continue;
            }
            String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            lines.put(child, key.getStartMark().getLine() + 1);
            object.set(name, convert(tuple.getValueNode(), child));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
            return nodes.textNode(text);
        }
        if (tag.equals(Tag.INT) && INTEGER.matcher(text).matches()) {
            return nodes.numberNode(Integer.parseInt(text));
        }
        if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return nodes.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.FLOAT)) {
            problem(
                    scalar,
                    "'" + text + "' is not a whole number.",
                    "Write whole numbers (permille, days), or quote it.");
        } else if (tag.equals(Tag.NULL)) {
            problem(scalar, "A key stands without a value.", "Give the value, or remove the key.");
        } else {
            problem(
                    scalar,
                    "'" + text + "' would not be read as it is written.",
                    "Put it in quotes, or write true or false.");
        }
        return nodes.nullNode();
    }

    private void problem(Node node, String what, String mend) {
        problem(node.getStartMark().getLine() + 1, what, mend);
    }

    private void problem(int line, String what, String mend) {
        problems.add(new DefinitionProblem(path, line, what, mend));
    }
}
