package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The nights: which files are taken, in which order, and what their lines do (feeds 1.8 and 1.9, rulings 2 and 3). */
public final class SlowIntake {

    private static final int WARN_PERCENT = 10;
    private static final int HOLD_PERCENT = 20;

    private final Map<String, Long> lastSequence = new HashMap<>();
    private final Map<String, Integer> lastFullRows = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> vaccinationNames = new HashMap<>();
    private final SlowPds pds = new SlowPds();
    private final SlowDoses doses = new SlowDoses();
    private final Map<SlowLayout, SlowRegister> registers = Map.of(
            SlowLayout.GP, new SlowRegister(SlowLayout.GP),
            SlowLayout.HV, new SlowRegister(SlowLayout.HV),
            SlowLayout.CHIS, new SlowRegister(SlowLayout.CHIS));

    /** The files of a night, each with what becomes of it, by name. */
    public Map<String, SlowFate> night(LocalDate date, boolean baseline, List<SlowFile> dropped) {
        Map<String, SlowFate> fates = new LinkedHashMap<>();
        List<SlowFile> files = new ArrayList<>(dropped);
        files.sort(Comparator.comparingInt((SlowFile file) -> SlowLayout.ALL.indexOf(SlowLayout.of(file.feed())))
                .thenComparing(SlowFile::name));
        for (SlowFile file : files) {
            try {
                fates.put(file.name(), taken(file, date, baseline));
            } catch (SlowText.Refused e) {
                fates.put(file.name(), SlowFate.of("REJECTED", e.getMessage()));
            }
        }
        return fates;
    }

    private SlowFate taken(SlowFile file, LocalDate date, boolean baseline) {
        SlowLayout layout = SlowLayout.of(file.feed());
        if (layout.control() != null) {
            return register(file, layout, date, baseline);
        }
        if (!seen.add(file.feed() + sender(file) + file.sha256())) {
            return SlowFate.of("DUPLICATE", "DUPLICATE_FILE");
        }
        if (layout == SlowLayout.V5) {
            String name = file.name().toLowerCase(Locale.ROOT);
            if (vaccinationNames.containsKey(name)) {
                return SlowFate.of("REJECTED", "FILE_NAME_REUSED");
            }
        }
        SlowFate fate = new SlowFate();
        List<SlowRecord> lines;
        try {
            lines = records(file, layout, date, false, fate, new Totals());
        } catch (SlowText.Refused e) {
            // What was refused was not taken: it may come again.
            seen.remove(file.feed() + sender(file) + file.sha256());
            throw e;
        }
        if (layout == SlowLayout.PDS) {
            pds.apply(lines, date, fate);
        } else {
            vaccinationNames.put(file.name().toLowerCase(Locale.ROOT), file.sha256());
            doses.apply(file.name(), lines, pds.persons, fate);
        }
        return fate;
    }

    private static String sender(SlowFile file) {
        return file.feed().equals("pds-extract") ? "" : file.name().split("_")[3];
    }

    private SlowFate register(SlowFile file, SlowLayout layout, LocalDate date, boolean baseline) {
        String[] name = file.name().replace(".csv", "").split("_");
        Map<String, String> control = control(file.control());
        boolean full = name[4].equals("F");
        long sequence = Long.parseLong(name[3]);
        boolean agrees = control.get("FEED").equals(name[0])
                && control.get("SENDER_ODS_CODE").equals(name[1])
                && control.get("AS_AT_DATE").replace("-", "").equals(name[2])
                && Long.parseLong(control.get("SEQUENCE_NUMBER")) == sequence
                && control.get("FILE_TYPE").equals(name[4])
                && control.get("SHA256").equalsIgnoreCase(file.sha256());
        if (!agrees) {
            throw new SlowText.Refused("CONTROL_TOTAL");
        }
        String sender = layout.feed() + " " + name[1];
        Long last = lastSequence.get(sender);
        if (seen.contains(sender + file.sha256())) {
            if (last != null && sequence == last + 1) {
                lastSequence.put(sender, sequence);
            }
            return SlowFate.of("DUPLICATE", "DUPLICATE_FILE");
        }
        if (last != null && sequence > last + 1) {
            return SlowFate.of("HELD", "SEQUENCE_GAP");
        }
        if (last != null && sequence <= last) {
            return SlowFate.of("HELD", "SEQUENCE_CONFLICT");
        }
        SlowFate fate = new SlowFate();
        Totals totals = new Totals();
        List<SlowRecord> lines = records(file, layout, date, full, fate, totals);
        totals.agreeWith(control);
        if (full) {
            String held = volume(sender, totals.rows, baseline, fate);
            if (held != null) {
                return SlowFate.of("HELD", held);
            }
            lastFullRows.put(sender, totals.rows);
        }
        seen.add(sender + file.sha256());
        lastSequence.put(sender, sequence);
        LocalDate asAt = LocalDate.parse(control.get("AS_AT_DATE"));
        registers.get(layout).apply(name[1], full, asAt, lines, date, pds.persons.keySet(), fate);
        return fate;
    }

    /** Why a full file is held, or null; a drop that warns stands in the fate. */
    private String volume(String sender, int rows, boolean baseline, SlowFate fate) {
        Integer last = lastFullRows.get(sender);
        if (rows == 0) {
            return "NO_ROWS";
        }
        if (last == null) {
            return baseline ? null : "NO_BASELINE";
        }
        int drop = (last - rows) * 100;
        if (drop >= last * HOLD_PERCENT) {
            return "POPULATION_DROP";
        }
        if (drop >= last * WARN_PERCENT) {
            fate.remark("POPULATION_DROP");
        }
        return null;
    }

    private static Map<String, String> control(String text) {
        List<SlowText.Line> lines = SlowText.lines(text, ',', false);
        Map<String, String> control = new HashMap<>();
        for (int i = 0; i < lines.get(0).fields.size(); i++) {
            control.put(lines.get(0).fields.get(i), lines.get(1).fields.get(i));
        }
        return control;
    }

    private static List<SlowRecord> records(
            SlowFile file, SlowLayout layout, LocalDate date, boolean full, SlowFate fate, Totals totals) {
        List<SlowText.Line> lines =
                SlowText.lines(SlowText.decoded(file.body()), layout.delimiter(), layout == SlowLayout.V5);
        List<String> titles = titles(lines, layout);
        List<SlowRecord> records = new ArrayList<>();
        boolean first = true;
        for (SlowText.Line line : lines.subList(1, lines.size())) {
            boolean instruction = first
                    && layout.control() != null
                    && line.fields.get(0).toLowerCase(Locale.ROOT).matches("(?s)(required|optional).*");
            first = false;
            if (line.blank() || instruction) {
                continue;
            }
            fate.read++;
            if (line.fields.stream().map(SlowText::trimmed).toList().equals(titles)) {
                fate.line(line.number, "SKIPPED", List.of("REPEATED_HEADER"));
                continue;
            }
            totals.count(layout, titles, line);
            records.add(SlowRules.record(layout, titles, line, date, full));
        }
        return records;
    }

    private static List<String> titles(List<SlowText.Line> lines, SlowLayout layout) {
        List<String> titles =
                lines.get(0).fields.stream().map(SlowText::trimmed).toList();
        boolean whole = layout == SlowLayout.V5
                ? titles.equals(layout.names())
                : titles.containsAll(layout.columns().stream()
                                .filter(column -> column.mandatory() || layout == SlowLayout.PDS && needed(column))
                                .map(SlowColumn::name)
                                .toList())
                        && new TreeSet<>(titles).size() == titles.size();
        if (!whole) {
            throw new SlowText.Refused("HEADER_MISMATCH");
        }
        return titles;
    }

    private static boolean needed(SlowColumn column) {
        return Set.of("record_type", "nhs_number", "date_of_birth", "family_name")
                .contains(column.name());
    }

    /** What a control file declares. */
    private static final class Totals {
        private int rows;
        private long hash;
        private final Set<String> children = new TreeSet<>();

        void count(SlowLayout layout, List<String> titles, SlowText.Line line) {
            rows++;
            if (layout.control() == null) {
                return;
            }
            String number = field(titles, line, "NHS_NUMBER");
            String digits = number.replaceAll("[^0-9]", "");
            hash += digits.isEmpty() ? 0 : Long.parseLong(digits.substring(Math.max(0, digits.length() - 4)));
            String local = field(titles, line, layout.local());
            if (!Set.of("", "0", "none", "null", "0000000000").contains(number.toLowerCase(Locale.ROOT))) {
                children.add("number " + number.replaceAll("[ \u00A0-]", ""));
            } else if (!local.isEmpty()) {
                children.add("local " + local);
            }
        }

        private static String field(List<String> titles, SlowText.Line line, String name) {
            int at = titles.indexOf(name);
            return at < 0 || at >= line.fields.size() ? "" : SlowText.trimmed(line.fields.get(at));
        }

        void agreeWith(Map<String, String> control) {
            if (rows != Integer.parseInt(control.get("RECORD_COUNT"))
                    || hash != Long.parseLong(control.get("NHS_NUMBER_HASH_TOTAL"))
                    || children.size() != Integer.parseInt(control.get("DISTINCT_CHILD_COUNT"))) {
                throw new SlowText.Refused("CONTROL_TOTAL");
            }
        }
    }

    /** The rows of a register of control-numbered files. */
    public Map<List<String>, Map<String, String>> register(String feed) {
        return registers.get(SlowLayout.of(feed)).rows;
    }

    /** The persons, by NHS number. */
    public Map<String, Map<String, String>> persons() {
        return pds.persons;
    }

    /** Whether a person is in the cohort of the extracts. */
    public static boolean onExtract(Map<String, String> person) {
        return SlowPds.onExtract(person);
    }

    /** The doses, by source and identifier. */
    public Map<List<String>, Map<String, String>> doses() {
        return doses.doses;
    }

    /** The programme of a dose; empty where nothing decides it. */
    public static String programme(Map<String, String> dose) {
        return SlowDoses.programme(dose);
    }
}
