package muster.definition;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of one code list, as {@code config/schema/code_lists.yaml} describes them. That file belongs to the
 * program: its names become table and column names.
 *
 * @param name of the list and its table
 * @param file path below {@code config/}: {@code codes/<name>.csv} unless the description says otherwise
 * @param key columns that make a row unique
 * @param columns in order
 */
record CodeListSchema(String name, String file, List<String> key, List<CodeListColumn> columns) {

    private static final String PATH = "config/schema/code_lists.yaml";

    private record Described(String file, List<String> key, Map<String, DescribedColumn> columns) {}

    private record DescribedColumn(
            CodeListColumn.Type type,
            boolean required,
            List<String> oneOf,
            String pattern,
            String refersTo,
            String means) {}

    /** Every list by name, in the order of the file. */
    static Map<String, CodeListSchema> all() {
        List<DefinitionProblem> problems = new ArrayList<>();
        YamlDocument document = YamlParser.parse(PATH, bytes(), problems)
                .orElseThrow(() -> new IllegalStateException("the program's own schema is broken: " + problems));
        Map<String, Described> described =
                DefinitionMapper.read(document.root(), new TypeReference<LinkedHashMap<String, Described>>() {});
        Map<String, CodeListSchema> schemas = new LinkedHashMap<>();
        described.forEach((name, list) -> {
            String file = list.file() == null ? "codes/" + name + ".csv" : list.file();
            schemas.put(name, new CodeListSchema(name, file, list.key(), columns(list)));
        });
        return schemas;
    }

    private static List<CodeListColumn> columns(Described list) {
        List<CodeListColumn> columns = new ArrayList<>();
        list.columns()
                .forEach((name, column) -> columns.add(new CodeListColumn(
                        name,
                        column.type(),
                        column.required(),
                        column.oneOf(),
                        column.pattern(),
                        column.refersTo(),
                        column.means())));
        return columns;
    }

    private static byte[] bytes() {
        try (InputStream in = CodeListSchema.class.getClassLoader().getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + PATH);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
