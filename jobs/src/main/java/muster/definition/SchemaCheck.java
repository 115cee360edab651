package muster.definition;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Checks a YAML document against a JSON Schema (draft 2020-12) of {@code config/schema} and says where it differs. */
public final class SchemaCheck {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonSchema schema;

    /** @param name file name in {@code config/schema}, for example {@code exception.schema.json} */
    public SchemaCheck(String name) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        schema = FACTORY.getSchema(SchemaLocation.of("classpath:config/schema/" + name), config);
    }

    /** Everything in which the document differs from the schema, each with its line and a mend. */
    public List<DefinitionProblem> check(YamlDocument document) {
        List<DefinitionProblem> problems = new ArrayList<>();
        for (ValidationMessage message : schema.validate(document.root())) {
            problems.add(problem(document, message));
        }
        return problems;
    }

    private static DefinitionProblem problem(YamlDocument document, ValidationMessage message) {
        String pointer = pointer(message);
        String property = message.getProperty();
        return switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties" ->
                document.problem(
                        pointer + "/" + property,
                        "Unknown key '" + property + "'.",
                        "Correct its name or remove it; the schema beside the configuration lists the keys.");
            case "required" ->
                document.problem(
                        pointer, "The key '" + property + "' is missing.", "Add it; its meaning is in the schema.");
            default ->
                document.problem(
                        pointer,
                        message.getMessage() + ".",
                        "Change the value to what the schema allows (" + message.getType() + ").");
        };
    }

    /** The instance location as a JSON pointer, whatever path style the library was built with. */
    private static String pointer(ValidationMessage message) {
        StringBuilder pointer = new StringBuilder();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            pointer.append('/').append(location.getElement(i));
        }
        return pointer.toString();
    }
}
