package muster.definition.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spells the layouts of a feed out. In a definition a layout names only what it has of its own:
 *
 * <pre>
 * columns:
 *   - {name: nhs_number, type: nhs_number, role: nhs_number}
 * layouts:
 *   - {name: cohort, known_by: [CHILD_NHS_NUMBER], columns: {nhs_number: {header: CHILD_NHS_NUMBER}}}
 * </pre>
 *
 * Every landing column that it names is as the feed has it with the layout's keys on top; the others are left empty, but
 * for those that come from the file name. The feed's checks hold in every layout.
 */
final class FeedVariants {

    private FeedVariants() {}

    /**
     * The definition with each layout's columns in full, under {@code variants}.
     *
     * @throws IllegalArgumentException where a layout names a column that the feed does not have
     */
    static Map<String, Object> spelledOut(Map<?, ?> keys) {
        Map<String, Object> spelled = copy(keys);
        Object layouts = spelled.remove("layouts");
        if (layouts != null) {
            List<Object> variants = new ArrayList<>();
            for (Object layout : (List<?>) layouts) {
                variants.add(variant((Map<?, ?>) layout, (List<?>) spelled.get("columns"), spelled.get("checks")));
            }
            spelled.put("variants", variants);
        }
        return spelled;
    }

    private static Map<String, Object> variant(Map<?, ?> layout, List<?> columns, Object checks) {
        Map<String, Object> variant = copy(layout);
        Map<String, Object> own = copy((Map<?, ?>) layout.get("columns"));
        List<Object> full = new ArrayList<>();
        for (Object column : columns) {
            Map<String, Object> merged = copy((Map<?, ?>) column);
            Object changes = own.remove(merged.get("name"));
            if (changes != null) {
                merged.putAll(copy((Map<?, ?>) changes));
            } else if (!merged.containsKey("from_name")) {
                merged.keySet().retainAll(List.of("name", "type", "codes", "in_hash"));
            }
            full.add(merged);
        }
        if (!own.isEmpty()) {
            throw new IllegalArgumentException(
                    "Layout " + layout.get("name") + " has columns that the feed has not: " + own.keySet());
        }
        variant.put("columns", full);
        variant.put("checks", together(checks, layout.get("checks")));
        return variant;
    }

    private static List<Object> together(Object first, Object second) {
        List<Object> all = new ArrayList<>();
        if (first != null) {
            all.addAll((List<?>) first);
        }
        if (second != null) {
            all.addAll((List<?>) second);
        }
        return all;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key.toString(), value));
        return copy;
    }
}
