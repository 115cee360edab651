package muster.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that values of one code list that refer to another stand in it. */
final class CodeReferences {

    private CodeReferences() {}

    static List<DefinitionProblem> check(Map<String, CodeListReader.Read> lists) {
        List<DefinitionProblem> problems = new ArrayList<>();
        lists.values().forEach(read -> read.list().columns().stream()
                .filter(column -> column.refersTo() != null)
                .forEach(column -> check(read, column, lists, problems)));
        return problems;
    }

    private static void check(
            CodeListReader.Read read,
            CodeListColumn column,
            Map<String, CodeListReader.Read> lists,
            List<DefinitionProblem> problems) {
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
                        "codes/" + read.list().name() + ".csv",
                        read.lines().get(i),
                        "'" + value + "' in '" + column.name() + "' stands in no row of codes/" + target[0] + ".csv.",
                        "Correct it, or add it there."));
            }
        }
    }
}
