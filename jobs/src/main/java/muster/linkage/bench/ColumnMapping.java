package muster.linkage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.definition.DefinitionMapper;
import muster.definition.DefinitionProblem;
import muster.definition.InvalidDefinitions;
import muster.definition.SchemaCheck;
import muster.definition.YamlDocument;
import muster.definition.YamlParser;

/**
 * Which columns of a file of known truth say what ({@code config/schema/column_mapping.schema.json}); {@code config/bench} holds
 * the one for the data sets of FEBRL.
 *
 * @param mapping its name
 * @param title what files it is for
 * @param record how a row's identifier tells the truth
 * @param columns the columns of each field
 * @param birthDateFormat as {@link java.time.format.DateTimeFormatter} has it; a date that does not fit is missing
 * @param source where the columns are described
 * @param confidence S, G, O, D or C
 */
public record ColumnMapping(
        String mapping,
        String title,
        Identifier record,
        Columns columns,
        String birthDateFormat,
        String source,
        String confidence) {

    /**
     * How a row's identifier tells the truth; all but the column are regular expressions.
     *
     * @param column the identifier's column
     * @param person its first group is the person
     * @param original of rows that are persons
     * @param copy its first group tells the registers apart in which a person has records
     */
    public record Identifier(String column, String person, String original, String copy) {}

    /** The columns of each field; several are joined with a space. */
    public record Columns(
            List<String> givenName,
            List<String> familyName,
            List<String> birthDate,
            List<String> address,
            List<String> postcode) {}

    /**
     * Reads a mapping.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidDefinitions with line and mend of everything that is wrong
     */
    public static ColumnMapping read(Path file) throws IOException {
        List<DefinitionProblem> problems = new ArrayList<>();
        Optional<YamlDocument> document =
                YamlParser.parse(file.getFileName().toString(), Files.readAllBytes(file), problems);
        document.ifPresent(found -> problems.addAll(new SchemaCheck("column_mapping.schema.json").check(found)));
        if (!problems.isEmpty()) {
            throw new InvalidDefinitions(problems);
        }
        return DefinitionMapper.read(document.orElseThrow().root(), ColumnMapping.class);
    }
}
