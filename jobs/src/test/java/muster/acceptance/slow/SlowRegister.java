package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the three registers: what each sender says, row by row. A full file replaces what its sender said before for the
 * organisations, or the source system, that are in it; a delta adds, changes and takes out (feeds 1.8, rulings 2 and 3).
 */
final class SlowRegister {

    private static final int OUT_OF_AGE_YEARS = 20;

    private final SlowLayout layout;

    /** By sender and key. Values as said; {@code absent since} where a full file no longer had the row. */
    final Map<List<String>, Map<String, String>> rows =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

    /** The organisations in the full files of each sender so far. */
    private final Map<String, Set<String>> listed = new HashMap<>();

    SlowRegister(SlowLayout layout) {
        this.layout = layout;
    }

    /** Applies the lines of a file and adds their outcomes to its fate. */
    void apply(
            String sender,
            boolean full,
            LocalDate asAt,
            List<SlowRecord> lines,
            LocalDate today,
            Set<String> knownNumbers,
            SlowFate fate) {
        Map<List<String>, Map<String, String>> inFile = new HashMap<>();
        Map<List<String>, Map<String, String>> before = new HashMap<>(rows);
        Set<List<String>> spoken = new java.util.HashSet<>();
        Set<String> groups = new TreeSet<>();
        for (SlowRecord line : lines) {
            if (!line.refusals.isEmpty()) {
                refused(sender, line, spoken, fate);
                continue;
            }
            List<String> key = key(sender, line.key);
            groups.add(group(line.key));
            String outcome = outcome(line, full, inFile.get(key), before.get(key), today, knownNumbers, fate);
            inFile.putIfAbsent(key, line.said());
            if (outcome.equals("taken")) {
                spoken.add(key);
                if ("D".equals(line.get("RECORD_ACTION"))) {
                    rows.remove(key);
                } else {
                    rows.put(key, line.said());
                }
            }
        }
        if (full) {
            leave(sender, groups, spoken, asAt);
            absent(sender, groups, fate);
        }
    }

    /** An organisation of earlier full lists that is not in this one keeps its rows, which is said (contract 3). */
    private void absent(String sender, Set<String> groups, SlowFate fate) {
        Set<String> before = listed.computeIfAbsent(sender, none -> new TreeSet<>());
        if (layout != SlowLayout.CHIS && !groups.containsAll(before)) {
            fate.remark("ORGANISATION_ABSENT");
        }
        before.addAll(groups);
    }

    private void refused(String sender, SlowRecord line, Set<List<String>> spoken, SlowFate fate) {
        Set<String> codes = new TreeSet<>(line.refusals);
        codes.addAll(line.warnings);
        fate.line(line.line, "REJECTED", codes);
        if (line.key != null) {
            // A record whose line is refused has not left the list.
            spoken.add(key(sender, line.key));
        }
    }

    private String outcome(
            SlowRecord line,
            boolean full,
            Map<String, String> earlierInFile,
            Map<String, String> held,
            LocalDate today,
            Set<String> knownNumbers,
            SlowFate fate) {
        boolean delete = "D".equals(line.get("RECORD_ACTION"));
        if (outOfAge(line, held, today, knownNumbers)) {
            fate.line(line.line, "SKIPPED", List.of("OUT_OF_SCOPE"));
            return "left";
        }
        if (earlierInFile != null) {
            boolean same = earlierInFile.equals(line.said());
            fate.line(line.line, same ? "DUPLICATE" : "REJECTED", same ? List.of() : List.of("DUPLICATE_KEY"));
            return "left";
        }
        if (delete && held == null) {
            fate.line(line.line, "REJECTED", List.of("UNKNOWN_KEY"));
            return "left";
        }
        if (!delete && line.said().equals(held)) {
            fate.noChange++;
            return "taken";
        }
        if (!full && older(line, held)) {
            fate.line(line.line, "STALE", List.of("STALE"));
            return "left";
        }
        Set<String> warnings = new TreeSet<>(line.warnings);
        if ("U".equals(line.get("RECORD_ACTION")) && held == null) {
            warnings.add("UNKNOWN_KEY");
        }
        if (warnings.isEmpty()) {
            fate.applied++;
        } else {
            fate.line(line.line, "APPLIED_WITH_WARNING", warnings);
        }
        return "taken";
    }

    private boolean outOfAge(SlowRecord line, Map<String, String> held, LocalDate today, Set<String> knownNumbers) {
        String born = line.get("PERSON_BIRTH_DATE");
        return layout == SlowLayout.CHIS
                && born != null
                && held == null
                && !LocalDate.parse(born).plusYears(OUT_OF_AGE_YEARS).isAfter(today)
                && !(line.has("NHS_NUMBER") && knownNumbers.contains(line.get("NHS_NUMBER")));
    }

    private static boolean older(SlowRecord line, Map<String, String> held) {
        String now = line.get("LAST_UPDATED_DATETIME");
        String then = held == null ? null : held.get("LAST_UPDATED_DATETIME");
        return now != null && then != null && java.time.Instant.parse(now).isBefore(java.time.Instant.parse(then));
    }

    private void leave(String sender, Set<String> groups, Set<List<String>> spoken, LocalDate asAt) {
        rows.replaceAll((key, row) -> {
            boolean speaksOf = key.get(0).equals(sender) && groups.contains(group(key.subList(1, key.size())));
            if (!speaksOf || spoken.contains(key) || row.containsKey("absent since")) {
                return row;
            }
            Map<String, String> left = new LinkedHashMap<>(row);
            left.put("absent since", asAt.toString());
            return left;
        });
    }

    private static List<String> key(String sender, List<String> key) {
        List<String> whole = new java.util.ArrayList<>(List.of(sender));
        whole.addAll(key);
        return whole;
    }

    /** The part of a sender's list that a full file replaces: a practice, a provider, a source system. */
    private String group(List<String> key) {
        return layout == SlowLayout.GP ? key.get(1) : key.get(0);
    }
}
