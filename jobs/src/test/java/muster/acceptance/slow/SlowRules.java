package muster.acceptance.slow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a line to its record: single values, then what they say together. */
final class SlowRules {

    private SlowRules() {}

    static SlowRecord record(
            SlowLayout layout, List<String> titles, SlowText.Line line, java.time.LocalDate today, boolean full) {
        SlowRecord row = new SlowRecord(line.number);
        if (line.fields.size() != titles.size()) {
            row.refusals.add("FIELD_COUNT");
            return row;
        }
        row.key = key(layout, titles, line);
        if (line.control) {
            row.refusals.add("CONTROL_CHARACTER");
        } else if (line.quoting) {
            row.refusals.add("QUOTING");
        } else {
            SlowValues values = new SlowValues(row, today, full);
            for (SlowColumn column : layout.columns()) {
                int at = titles.indexOf(column.name());
                values.read(column, at < 0 ? "" : line.fields.get(at));
            }
            together(layout, row);
        }
        return row;
    }

    private static List<String> key(SlowLayout layout, List<String> titles, SlowText.Line line) {
        List<String> key = new ArrayList<>();
        for (String name : layout.key()) {
            String text = SlowText.trimmed(line.fields.get(titles.indexOf(name)));
            boolean organisation = layout.columns().stream()
                    .anyMatch(column ->
                            column.name().equals(name) && column.kind().equals("organisation"));
            key.add(organisation ? text.toUpperCase(Locale.ROOT) : text);
            if (text.isEmpty()) {
                return null;
            }
        }
        return key;
    }

    private static void together(SlowLayout layout, SlowRecord row) {
        switch (layout.feed()) {
            case "gp-registration" -> {
                identifiable(row);
                ordered(row, "START_DATE_GMP_PATIENT_REGISTRATION", "END_DATE_GMP_PATIENT_REGISTRATION");
                if (row.has("END_DATE_GMP_PATIENT_REGISTRATION")
                        && !row.has("REASON_FOR_REMOVAL")
                        && !row.unreadable.contains("REASON_FOR_REMOVAL")) {
                    row.refusals.add("MANDATORY_MISSING");
                }
            }
            case "hv-caseload" -> {
                identifiable(row);
                ordered(row, "CASELOAD_START_DATE", "CASELOAD_END_DATE");
                if ("F".equals(row.get("EPISODE_STATUS"))
                        && !row.has("CASELOAD_END_DATE")
                        && !row.unreadable.contains("CASELOAD_END_DATE")) {
                    row.refusals.add("MANDATORY_MISSING");
                }
            }
            case "chis-register" -> {
                identifiable(row);
                if (row.has("PERSON_DEATH_DATE")
                        && row.has("PERSON_BIRTH_DATE")
                        && row.get("PERSON_DEATH_DATE").compareTo(row.get("PERSON_BIRTH_DATE")) < 0) {
                    row.warnings.add("DEATH_BEFORE_BIRTH");
                }
                if (row.has("BIRTH_ORDER")
                        && row.has("NUMBER_OF_BIRTHS")
                        && row.get("BIRTH_ORDER").compareTo(row.get("NUMBER_OF_BIRTHS")) > 0) {
                    row.warnings.add("BIRTH_ORDER_DISAGREES");
                }
            }
            case "pds-extract" -> extract(row);
            default -> {}
        }
    }

    private static void extract(SlowRecord row) {
        String type = row.get("record_type");
        if ("ADD".equals(type) || "AMENDED".equals(type)) {
            if (!row.has("date_of_birth") && !row.unreadable.contains("date_of_birth")) {
                row.refusals.add("DOB_MISSING");
            }
            if (!row.has("family_name") && !row.unreadable.contains("family_name")) {
                row.warnings.add("NAME_MISSING");
            }
        }
    }

    private static void identifiable(SlowRecord row) {
        int parts = row.has("PERSON_FAMILY_NAME") || row.has("PERSON_GIVEN_NAME") ? 1 : 0;
        parts += row.has("PERSON_BIRTH_DATE") ? 1 : 0;
        parts += row.has("POSTCODE_OF_USUAL_ADDRESS") ? 1 : 0;
        if (!row.has("NHS_NUMBER") && parts < 2) {
            row.refusals.add("MANDATORY_MISSING");
        }
    }

    private static void ordered(SlowRecord row, String start, String end) {
        if (row.has(start) && row.has(end) && row.get(end).compareTo(row.get(start)) < 0) {
            row.refusals.add("DATE_ORDER");
        }
    }
}
