package muster.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.publish.worklist.ReviewReasons;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Why a record without a good number was linked, waits for a person, or was left: the rule that found the candidate, what
 * each field weighed, the sum, and the version of the model. No value of a field is told, only how far it agrees.
 */
final class LinkExplanation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS =
            List.of("NUMBER", "GIVEN", "FAMILY", "BIRTH", "PLACE", "SEX", "PRACTICE");
    private static final Map<String, String> REASONS = Map.of(
            "LINKED", "linked",
            "KEPT", "linked: its own source has held it under this child, and given name and birth date agree",
            "BELOW_REVIEW", "left: not likely to be this child",
            "NOT_BEST", "not the best candidate");

    private static final String CANDIDATES = """
            select record.feed, record.source_system, record.source_key, candidate.place, candidate.blocking_rule,
                rule.meaning as rule_meaning, candidate.weight, candidate.comparison::text as comparison,
                case when candidate.place = 1 then coalesce(decision.reason, candidate.reason) else candidate.reason end
                    as reason,
                candidate.model_version, child.child_key
            from identity.candidate as candidate
            inner join register.record as record on record.record_key = candidate.record_key
            inner join identity.child as child on child.origin_record_key = candidate.person_record_key
            left join identity.decision as decision on decision.record_key = candidate.record_key
            left join definition.blocking_rule as rule on rule.rule = candidate.blocking_rule
            """;

    private final JdbcClient database;

    LinkExplanation(JdbcClient database) {
        this.database = database;
    }

    /** Every record that was compared with this child and is, or may be, the child's. */
    List<String> ofChild(long child) {
        List<String> lines = new ArrayList<>();
        database.sql(CANDIDATES
                        + " where child.child_key = :child and candidate.place = 1"
                        + " order by record.source_system, record.source_key")
                .param("child", child)
                .query(row -> {
                    lines.addAll(explained(
                            row.getString("feed") + " record " + row.getString("source_key"),
                            row.getString("reason"),
                            row.getString("rule_meaning"),
                            row.getString("blocking_rule"),
                            row.getString("weight"),
                            row.getString("comparison"),
                            row.getInt("model_version")));
                });
        return lines;
    }

    /** What became of one record. */
    List<String> ofRecord(String sourceSystem, String sourceKey) {
        List<String> lines = new ArrayList<>(database.sql("""
                        select link.decision, link.method, link.child_key, link.number_contradicted
                        from identity.link as link
                        inner join register.record as record on record.record_key = link.record_key
                        where record.source_system = :system and record.source_key = :key
                        order by record.organisation_code collate "C"
                        """)
                .param("system", sourceSystem)
                .param("key", sourceKey)
                .query((row, n) -> decided(
                        row.getString("decision"),
                        row.getString("method"),
                        row.getString("child_key"),
                        row.getBoolean("number_contradicted")))
                .list());
        database.sql(CANDIDATES
                        + " where record.source_system = :system and record.source_key = :key order by candidate.place")
                .param("system", sourceSystem)
                .param("key", sourceKey)
                .query(row -> {
                    lines.addAll(explained(
                            "candidate " + row.getInt("place") + ", child " + row.getLong("child_key"),
                            row.getString("reason"),
                            row.getString("rule_meaning"),
                            row.getString("blocking_rule"),
                            row.getString("weight"),
                            row.getString("comparison"),
                            row.getInt("model_version")));
                });
        return lines;
    }

    private static String decided(String decision, String method, String child, boolean contradicted) {
        return switch (decision) {
                    case "LINKED" -> "linked to child " + child + " by " + method;
                    case "REVIEW" -> "waits for a person";
                    default -> "linked to nobody";
                }
                + (contradicted ? "; the number it carries is that of a child whom it does not describe" : "");
    }

    private List<String> explained(
            String what,
            String reason,
            String ruleMeaning,
            String rule,
            String weight,
            String comparison,
            int version) {
        List<String> lines = new ArrayList<>();
        lines.add(what + ": " + words(reason));
        lines.add("  found by " + (ruleMeaning == null ? rule : ruleMeaning) + " (" + rule + ")");
        JsonNode fields = json(comparison);
        lines.add("  %8s bits  before any field is looked at"
                .formatted(fields.path("PRIOR").path(1).asText()));
        Map<String, String> meanings = meanings();
        for (String field : FIELDS) {
            String level = fields.path(field).path(0).asText();
            lines.add("  %8s bits  %s"
                    .formatted(
                            fields.path(field).path(1).asText(),
                            meanings.getOrDefault(field + " " + level, field.toLowerCase(Locale.ROOT) + " " + level)));
        }
        lines.add("  %8s bits  together: the odds that it is this child, as a power of two (linkage model version %d)"
                .formatted(weight, version));
        return lines;
    }

    private static String words(String reason) {
        return ReviewReasons.isReview(reason)
                ? "for a person to look at: " + ReviewReasons.words(reason)
                : REASONS.getOrDefault(reason, reason.toLowerCase(Locale.ROOT));
    }

    private Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        database.sql("select field, level, meaning from definition.linkage_weight")
                .query(row -> {
                    meanings.put(row.getString(1) + " " + row.getString(2), row.getString(3));
                });
        return meanings;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the comparison is not JSON", e);
        }
    }
}
