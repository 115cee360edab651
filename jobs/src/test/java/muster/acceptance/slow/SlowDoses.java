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

    void apply(String fileName, List<SlowRecord> lines, Set<String> knownNumbers, SlowFate fate) {
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
            if (take(line, inFile.get(line.key), before.get(line.key), knownNumbers, fate)) {
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
            SlowRecord line, Map<String, String> earlier, Map<String, String> held, Set<String> known, SlowFate fate) {
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
        Set<String> warnings = new TreeSet<>(line.warnings);
        if (action.equals("UPDATE") && held == null) {
            warnings.add("UNKNOWN_KEY");
        }
        if (!line.has("NHS_NUMBER") || !known.contains(line.get("NHS_NUMBER"))) {
            warnings.add("NOT_LINKED");
        }
        if (warnings.isEmpty()) {
            fate.applied++;
        } else {
            fate.line(line.line, "APPLIED_WITH_WARNING", warnings);
        }
        return true;
    }

    /** The code of the row decides, else the type in the file's name. */
    static String programme(Map<String, String> dose) {
        Map<String, String> types = new LinkedHashMap<>(TYPES);
        return PROGRAMMES.getOrDefault(dose.get("VACCINATION_PROCEDURE_CODE"), types.get(dose.get("type")));
    }
}
