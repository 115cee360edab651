package muster.acceptance.slow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Doses as the national vaccination events give them (feeds 8.1, rulings 3 and 4). */
final class SlowDoses {

    /** Procedure codes of feeds 8.4 and rulings 4 that the generated files use. */
    private static final Map<String, String> PROGRAMMES = Map.of(
            "1162640003",
            "HEXA",
            "415354003",
            "ROTA",
            "38598009",
            "MMR",
            "432636005",
            "MMRV",
            "247821000000102",
            "DTAPIPV");

    /** What the TYPE of a file name stands for. */
    private static final Map<String, String> TYPES =
            Map.of("6IN1", "HEXA", "MMR", "MMR", "ROTAVIRUS", "ROTA", "COVID", "");

    /** By source and identifier of the dose. */
    final Map<List<String>, Map<String, String>> doses =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

    void apply(String fileName, List<SlowRecord> lines, Map<String, Map<String, String>> persons, SlowFate fate) {
        String type = fileName.substring(0, fileName.indexOf('_')).toUpperCase(Locale.ROOT);
        Map<List<String>, Map<String, String>> inFile = new HashMap<>();
        Map<List<String>, Map<String, String>> before = new HashMap<>(doses);
        for (SlowRecord line : lines) {
            if (!line.refusals.isEmpty()) {
                Set<String> codes = new TreeSet<>(line.refusals);
                codes.addAll(line.warnings);
                fate.line(line.line, "REJECTED", codes);
                continue;
            }
            line.values.put("type", type);
            if (take(line, inFile.get(line.key), before.get(line.key), persons, fate)) {
                if ("DELETE".equals(line.get("ACTION_FLAG"))) {
                    doses.remove(line.key);
                } else {
                    doses.put(line.key, line.said());
                }
            }
            inFile.putIfAbsent(line.key, line.said());
        }
    }

    private static boolean take(
            SlowRecord line,
            Map<String, String> earlier,
            Map<String, String> held,
            Map<String, Map<String, String>> persons,
            SlowFate fate) {
        String action = line.get("ACTION_FLAG");
        if (earlier != null) {
            boolean same = earlier.equals(line.said());
            fate.line(line.line, same ? "DUPLICATE" : "REJECTED", same ? List.of() : List.of("DUPLICATE_KEY"));
            return false;
        }
        if (action.equals("DELETE") && held == null) {
            fate.line(line.line, "REJECTED", List.of("UNKNOWN_KEY"));
            return false;
        }
        if (!action.equals("DELETE") && line.said().equals(held)) {
            fate.noChange++;
            return true;
        }
        if (action.equals("DELETE")) {
            fate.applied++;
            return true;
        }
        Set<String> warnings = new TreeSet<>(line.warnings);
        if (action.equals("UPDATE") && held == null) {
            warnings.add("UNKNOWN_KEY");
        }
        Map<String, String> person = line.has("NHS_NUMBER") ? persons.get(line.get("NHS_NUMBER")) : null;
        boolean contradicted = person != null && !agree(line.get("PERSON_DOB"), person.get("date_of_birth"));
        if (contradicted) {
            warnings.add("DOB_DISAGREES");
        }
        if (person == null || contradicted) {
            warnings.add("NOT_LINKED");
        }
        if (warnings.isEmpty()) {
            fate.applied++;
        } else {
            fate.line(line.line, "APPLIED_WITH_WARNING", warnings);
        }
        return true;
    }

    /** Birth dates agree also where day and month are swapped or one digit differs (rulings 5). */
    private static boolean agree(String one, String other) {
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        String swapped = one.substring(0, 4) + "-" + one.substring(8) + "-" + one.substring(5, 7);
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return swapped.equals(other) || different == 1;
    }

    /** The code of the row decides, else the type in the file's name. */
    static String programme(Map<String, String> dose) {
        Map<String, String> types = new LinkedHashMap<>(TYPES);
        return PROGRAMMES.getOrDefault(dose.get("VACCINATION_PROCEDURE_CODE"), types.get(dose.get("type")));
    }
}
