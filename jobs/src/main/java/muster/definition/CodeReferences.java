package muster.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that what a code list refers to exists: a value of another list ({@code programme.code}), or a SELECT named
 * by the value ({@code sql/50_exception/evidence}).
 */
final class CodeReferences {

    private static final String SQL = "sql/";

    private CodeReferences() {}

    static List<DefinitionProblem> check(Map<String, CodeListReader.Read> lists) {
        List<DefinitionProblem> problems = new ArrayList<>();
        lists.values().forEach(read -> read.list().columns().stream()
                .filter(column -> column.refersTo() != null)
                .forEach(column -> check(read, column, lists, problems)));
        return problems;
    }

    private static void selects(CodeListReader.Read read, CodeListColumn column, List<DefinitionProblem> problems) {
        String folder = column.refersTo().substring(SQL.length());
        for (int i = 0; i < read.list().rows().size(); i++) {
            Object name = read.list().rows().get(i).get(column.name());
            int line = read.lines().get(i);
            SqlFiles.missing(folder + "/" + name + ".sql")
                    .ifPresent(what -> problems.add(
                            new DefinitionProblem(read.path(), line, what, "Write the SELECT, or correct the name.")));
        }
    }

    private static void check(
            CodeListReader.Read read,
            CodeListColumn column,
            Map<String, CodeListReader.Read> lists,
            List<DefinitionProblem> problems) {
        if (column.refersTo().startsWith(SQL)) {
            selects(read, column, problems);
            return;
        }
        String[] target = column.refersTo().split("\\.");
        CodeListReader.Read referred = lists.get(target[0]);
        if (referred == null) {
            return; // already reported as missing
        }
        Set<String> known = new HashSet<>(referred.list().values(target[1]));
        for (int i = 0; i < read.list().rows().size(); i++) {
            Object value = read.list().rows().get(i).get(column.name());
            if (value != null && !known.contains(value)) {
                problems.add(new DefinitionProblem(
                        read.path(),
                        read.lines().get(i),
                        "'" + value + "' in '" + column.name() + "' stands in no row of " + referred.path() + ".",
                        "Correct it, or add it there."));
            }
        }
    }
}
