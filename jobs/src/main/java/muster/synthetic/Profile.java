package muster.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a synthesis behaves: the rates of {@code config/synthetic/<profile>.yaml}. Unknown keys and unknown stories are refused.
 *
 * @param standing rates of stories told before the first night, and of faults
 * @param nightly rates of stories that happen on each night, faults among them
 * @param rowFaults how many rows of each kind of intake fault a night carries
 * @param fileFaults damaged or misplaced files by kind
 * @param shrinking the register that loses more than {@code shrinkPercent} of its rows in a night, or null
 */
record Profile(
        String name,
        double shrinkPercent,
        Set<String> deltaSenders,
        int firstSequence,
        String vaccinationSender,
        int historyYears,
        double twinPercent,
        Map<StoryKind, Rate> standing,
        Map<StoryKind, Rate> nightly,
        Map<String, Integer> rowFaults,
        Map<String, FileFault> fileFaults,
        FileFault shrinking) {

    private static final Set<String> KEYS = Set.of(
            "profile", "shrink_percent", "delta_after_first_night", "first_sequence_number", "vaccination_sender",
            "history_years", "twin_pairs_percent", "background", "nightly", "faults", "nightly_faults", "shrinking_register",
            "row_faults_a_night", "file_faults");

    /** So many per 10,000 children, and {@code least} at any rate. */
    record Rate(double per10000, int least) {
        int of(int children) {
            return Math.max(least, (int) Math.round(per10000 * children / 10_000.0));
        }
    }

    /** A fault of one sender's file on certain nights; night 0 stands for the last one. */
    record FileFault(String feed, String sender, List<Integer> nights) {
        boolean on(int night, int lastNight) {
            return nights.contains(night) || (night == lastNight && nights.contains(0));
        }
    }

    static Profile read(ConfigFiles config, String name) throws IOException {
        String file = name + ".yaml";
        Map<String, Object> yaml = config.yaml(file);
        for (String key : yaml.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("config/synthetic/" + file + ": unknown key " + key);
            }
        }
        Map<StoryKind, Rate> standing = rates(yaml, "background", file);
        standing.putAll(rates(yaml, "faults", file));
        Map<StoryKind, Rate> nightly = rates(yaml, "nightly", file);
        nightly.putAll(rates(yaml, "nightly_faults", file));
        Map<String, Integer> rowFaults = new LinkedHashMap<>();
        section(yaml, "row_faults_a_night").forEach((key, value) -> rowFaults.put(key, ((Number) value).intValue()));
        Map<String, FileFault> fileFaults = new LinkedHashMap<>();
        section(yaml, "file_faults").forEach((key, value) -> fileFaults.put(key, fileFault(asMap(value))));
        Map<String, Object> shrinking = section(yaml, "shrinking_register");
        if (shrinking.isEmpty() && standing.containsKey(StoryKind.LEAVES_CASELOAD_LATE)) {
            throw new IllegalArgumentException("config/synthetic/" + file + ": leaves_caseload_late needs a shrinking_register");
        }
        return new Profile(
                name, number(yaml, "shrink_percent").doubleValue(), Set.copyOf(strings(yaml.get("delta_after_first_night"))),
                number(yaml, "first_sequence_number").intValue(), (String) yaml.get("vaccination_sender"),
                number(yaml, "history_years").intValue(), number(yaml, "twin_pairs_percent").doubleValue(),
                standing, nightly, rowFaults, fileFaults, shrinking.isEmpty() ? null : fileFault(shrinking));
    }

    int rowFaults(String kind) {
        return rowFaults.getOrDefault(kind, 0);
    }

    boolean sendsDelta(String feed, String sender) {
        return deltaSenders.contains(feed + ":" + sender);
    }

    private static Map<StoryKind, Rate> rates(Map<String, Object> yaml, String key, String file) {
        Map<StoryKind, Rate> rates = new EnumMap<>(StoryKind.class);
        section(yaml, key).forEach((story, value) -> {
            try {
                Map<String, Object> rate = asMap(value);
                rates.put(StoryKind.of(story), new Rate(number(rate, "per_10000").doubleValue(), number(rate, "least").intValue()));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("config/synthetic/" + file + ": unknown story " + story, unknown);
            }
        });
        return rates;
    }

    private static FileFault fileFault(Map<String, Object> value) {
        List<Integer> nights = new ArrayList<>();
        Object given = value.containsKey("nights") ? value.get("nights") : List.of(value.get("night"));
        for (Object night : (List<?>) given) {
            nights.add("last".equals(night) ? 0 : ((Number) night).intValue());
        }
        return new FileFault((String) value.get("feed"), (String) value.get("sender"), List.copyOf(nights));
    }

    private static Map<String, Object> section(Map<String, Object> yaml, String key) {
        return yaml.containsKey(key) ? asMap(yaml.get(key)) : Map.of();
    }

    private static Number number(Map<String, Object> yaml, String key) {
        if (yaml.get(key) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("config/synthetic: " + key + " must be a number");
    }

    private static List<String> strings(Object value) {
        List<String> strings = new ArrayList<>();
        ((List<?>) value).forEach(item -> strings.add((String) item));
        return strings;
    }

    @SuppressWarnings("unchecked") // YAML gives string keys
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
