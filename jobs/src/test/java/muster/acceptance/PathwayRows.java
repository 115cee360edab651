package muster.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import muster.acceptance.slowpathway.SlowBloodSpot;
import muster.acceptance.slowpathway.SlowChild;
import muster.acceptance.slowpathway.SlowEvent;
import muster.acceptance.slowpathway.SlowRoll;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the slow evaluator's children where the cohort and the register would have them: each row from the first night of
 * the comparison that can know it.
 */
final class PathwayRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_AT_ONCE = 20_000;
    private static final Set<String> TOLD_AS_HISTORY = Set.of("PASS", "REFER", "INC", "DECL");

    private final JdbcClient database;
    private final TreeSet<LocalDate> nights;

    PathwayRows(JdbcClient database, Collection<LocalDate> nights) {
        this.database = database;
        this.nights = new TreeSet<>(nights);
    }

    /** The laboratory of the random children that takes part in the evaluation of SCID. */
    void laboratory() {
        database.sql("""
                        insert into definition.blood_spot_panel (laboratory, condition, sampled_from, source, confidence)
                        values (:laboratory, 'SCID', :from, 'invented', 'D')
                        """)
                .param("laboratory", SlowBloodSpot.SCID_LABORATORY)
                .param("from", SlowBloodSpot.SCID_FROM)
                .update();
    }

    void write(List<SlowChild> children) {
        insert("cohort.child_history", children, this::child);
        List<Map<String, Object>> events = new ArrayList<>();
        for (SlowChild child : children) {
            child.events().forEach(event -> events.add(event(child, event)));
        }
        insert("register.event_history", events, Function.identity());
        List<Map<String, Object>> rolls = new ArrayList<>();
        for (SlowChild child : children) {
            child.rolls().forEach(roll -> rolls.add(roll(child, roll)));
        }
        insert("register.school_roll_history", rolls, Function.identity());
        database.sql("select engine.analyse('cohort', 'child_history')").query().listOfRows();
        database.sql("select engine.analyse('register', 'event_history')")
                .query()
                .listOfRows();
    }

    private Map<String, Object> child(SlowChild child) {
        LocalDate ours = child.movedIn() == null ? child.birth() : child.movedIn();
        Map<String, Object> row = new HashMap<>();
        row.put("child_key", child.key());
        row.put("person_birth_date", child.birth().toString());
        row.put("person_stated_gender_code", child.sex());
        row.put("gestation_weeks", child.gestationWeeks());
        row.put("life_state", child.bucket().equals("DECEASED") ? "DECEASED" : "ALIVE");
        row.put("restricted", false);
        row.put("bucket", child.bucket());
        row.put("residence_kind", "KNOWN");
        row.put("served_by_residence", child.livesInside());
        row.put("served_by_practice", true);
        row.put("address_start_date", ours.toString());
        row.put("first_known_date", ours.toString());
        // A mover-in is so from the very night of the first version.
        row.put("nights", child.movedIn() == null ? from(ours) : since(ours));
        return row;
    }

    private Map<String, Object> event(SlowChild child, SlowEvent event) {
        Map<String, Object> row = new HashMap<>();
        row.put("record_key", event.key());
        row.put("element", event.element());
        row.put("child_key", child.key());
        row.put("person_birth_date", child.birth().toString());
        row.put("kind", event.kind());
        row.put("programme", event.programme());
        row.put("event_code", event.code());
        row.put("event_date", text(event.date()));
        row.put("event_date_precision", "D");
        row.put("offer_date", text(event.offered()));
        row.put("result_date", text(event.result()));
        row.put("recorded_date", text(event.recorded()));
        row.put("outcome_code", event.outcome());
        row.put("outcome_code_scheme", scheme(event));
        row.put("consultation_mechanism", event.mechanism());
        row.put("primary_source", event.primary());
        row.put("performing_organisation", event.organisation());
        row.put("withdrawn", event.withdrawn());
        row.put("row_hash", "00000000-0000-0000-0000-000000000000");
        row.put("file_id", 0);
        row.put("line_no", 0);
        row.put("nights", from(event.known()));
        return row;
    }

    private static Map<String, Object> roll(SlowChild child, SlowRoll roll) {
        Map<String, Object> row = new HashMap<>();
        row.put("record_key", roll.key());
        row.put("child_key", child.key());
        row.put("family_name", "x");
        row.put("given_name", "x");
        row.put("person_birth_date", child.birth().toString());
        row.put("year_group", (roll.key() % 2 == 0 ? "Year " : "") + roll.group());
        row.put("listed_on", roll.listed().toString());
        row.put("row_hash", "00000000-0000-0000-0000-000000000000");
        row.put("file_id", 0);
        row.put("line_no", 0);
        row.put("nights", roll.until() == null ? since(roll.listed()) : "[" + roll.listed() + "," + roll.until() + ")");
        return row;
    }

    private static String scheme(SlowEvent event) {
        return switch (event.kind()) {
            case "NBSS" -> "NBS";
            case "NHSP", "NIPE" ->
                event.element().startsWith("BCG")
                        ? "LOCAL"
                        : TOLD_AS_HISTORY.contains(event.outcome()) ? "HISTORY" : "SNOMED";
            default -> "LOCAL";
        };
    }

    private <T> void insert(String table, List<T> things, Function<T, Map<String, Object>> row) {
        for (int first = 0; first < things.size(); first += ROWS_AT_ONCE) {
            List<Map<String, Object>> rows =
                    things.subList(first, Math.min(things.size(), first + ROWS_AT_ONCE)).stream()
                            .map(row)
                            .toList();
            database.sql("insert into " + table + " select * from json_populate_recordset(null::" + table
                            + ", :rows::json)")
                    .param("rows", json(rows))
                    .update();
        }
    }

    private String from(LocalDate day) {
        return since(day.isBefore(nights.first()) ? day : nights.ceiling(day));
    }

    private static String since(LocalDate night) {
        return "[" + night + ",)";
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
