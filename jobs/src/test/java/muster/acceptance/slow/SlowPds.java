package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What extracts say of each person: a delta in which the higher serial number wins (feeds 3.11, rulings 2). */
final class SlowPds {

    private static final int OUT_OF_AGE_YEARS = 20;

    /** By NHS number; values as said, and the record type. */
    final Map<String, Map<String, String>> persons = new TreeMap<>();

    void apply(List<SlowRecord> lines, LocalDate today, SlowFate fate) {
        Map<String, Map<String, String>> inFile = new HashMap<>();
        Map<String, Map<String, String>> before = new HashMap<>(persons);
        for (SlowRecord line : lines) {
            if (!line.refusals.isEmpty()) {
                Set<String> codes = new TreeSet<>(line.refusals);
                codes.addAll(line.warnings);
                fate.line(line.line, "REJECTED", codes);
                continue;
            }
            String number = line.get("nhs_number");
            Map<String, String> held = before.get(number);
            if (take(line, inFile.get(number), held, today, fate)) {
                Map<String, String> said = new LinkedHashMap<>(line.said());
                said.put("record_type", line.get("record_type"));
                persons.put(number, said);
            }
            inFile.putIfAbsent(number, line.said());
        }
    }

    private static boolean take(
            SlowRecord line, Map<String, String> earlier, Map<String, String> held, LocalDate today, SlowFate fate) {
        String born = line.get("date_of_birth");
        if (born != null
                && held == null
                && !LocalDate.parse(born).plusYears(OUT_OF_AGE_YEARS).isAfter(today)) {
            fate.line(line.line, "SKIPPED", List.of("OUT_OF_SCOPE"));
            return false;
        }
        if (earlier != null) {
            boolean same = earlier.equals(line.said());
            fate.line(line.line, same ? "DUPLICATE" : "REJECTED", same ? List.of() : List.of("DUPLICATE_KEY"));
            return false;
        }
        if (held != null
                && line.get("record_type").equals(held.get("record_type"))
                && line.said().equals(said(held))) {
            fate.noChange++;
            return false;
        }
        if (held != null && serial(line.said()) < serial(held)) {
            fate.line(line.line, "STALE", List.of("STALE"));
            return false;
        }
        if (line.warnings.isEmpty()) {
            fate.applied++;
        } else {
            fate.line(line.line, "APPLIED_WITH_WARNING", line.warnings);
        }
        return true;
    }

    private static Map<String, String> said(Map<String, String> held) {
        Map<String, String> said = new LinkedHashMap<>(held);
        said.remove("record_type");
        return said;
    }

    private static long serial(Map<String, String> row) {
        return Long.parseLong(row.getOrDefault("serial_change_number", "0"));
    }

    /** Whether the person is in the cohort still. */
    static boolean onExtract(Map<String, String> person) {
        return !"DEL".equals(person.get("record_type")) && !"false".equals(person.get("eligibility"));
    }
}
