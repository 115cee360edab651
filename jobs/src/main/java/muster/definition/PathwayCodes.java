package muster.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the code lists that the pathway leans on beyond their own columns: every course has a vaccine that fills it,
 * ages have a unit, an eligibility told by a dose has a day, and activities satisfy items that exist.
 */
final class PathwayCodes {

    private final Map<String, CodeListReader.Read> lists;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private PathwayCodes(Map<String, CodeListReader.Read> lists) {
        this.lists = lists;
    }

    static List<DefinitionProblem> check(Map<String, CodeListReader.Read> lists, List<PathwayItem> items) {
        PathwayCodes codes = new PathwayCodes(lists);
        codes.courses();
        codes.eligibilities();
        codes.activities(items);
        return codes.problems;
    }

    private void courses() {
        Set<String> filled = new HashSet<>(lists.get("course_programme").list().valuesWhere("course", "fills"));
        rows("course", (at, row) -> {
            if (!filled.contains(row.get("course"))) {
                say(
                        at,
                        "No vaccine fills the course '" + row.get("course") + "'.",
                        "Give it a row with fills = Y in pathway/course_programme.csv.");
            }
            for (String bound : List.of("counted_from", "counted_before")) {
                if (row.containsKey(bound + "_amount") != row.containsKey(bound + "_unit")) {
                    say(at, "'" + bound + "' has an amount or a unit alone.", "Write both, or neither.");
                }
            }
        });
    }

    private void eligibilities() {
        rows("eligibility", (at, row) -> {
            boolean dated = row.containsKey("first_dose_before") || row.containsKey("first_dose_from");
            if (dated != row.containsKey("programme")) {
                say(
                        at,
                        "'" + row.get("code") + "' has a vaccine or a day of its first dose alone.",
                        "Write both where a first dose decides, neither where an observation does.");
            }
        });
    }

    private void activities(List<PathwayItem> items) {
        Set<String> known = items.stream().map(PathwayItem::item).collect(Collectors.toSet());
        rows("hv_activity", (at, row) -> {
            if (row.containsKey("item_code") && !known.contains(row.get("item_code"))) {
                say(
                        at,
                        "'" + row.get("item_code") + "' is no item of the pathway.",
                        "Use an item of pathway/pathway.yaml, or leave the cell empty.");
            }
        });
    }

    private record Place(String path, int line) {}

    @FunctionalInterface
    private interface RowCheck {
        void check(Place at, Map<String, Object> row);
    }

    private void rows(String list, RowCheck check) {
        CodeListReader.Read read = lists.get(list);
        for (int i = 0; i < read.list().rows().size(); i++) {
            check.check(
                    new Place(read.path(), read.lines().get(i)),
                    read.list().rows().get(i));
        }
    }

    private void say(Place at, String what, String mend) {
        problems.add(new DefinitionProblem(at.path(), at.line(), what, mend));
    }
}
