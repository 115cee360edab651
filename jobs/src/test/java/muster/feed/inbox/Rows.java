package muster.feed.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.feed.FeedColumn;
import muster.feed.NhsNumber;

/** Rows of our own layouts with everything right, to be spoilt field by field. Synthetic people only. */
final class Rows {

    private final List<String> titles;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private Rows(List<String> titles) {
        this.titles = titles;
    }

    static Rows of(String feed) {
        return new Rows(IntakeHome.DEFINITIONS.feed(feed).columns().stream()
                .filter(column -> column.header() != null && column.evidenceOf() == null)
                .map(FeedColumn::header)
                .toList());
    }

    static String number(int n) {
        long nine = 999_000_000L;
        String number = null;
        for (int left = n; left >= 0; nine++) {
            number = NhsNumber.ofNine(nine);
            left -= number == null ? 0 : 1;
        }
        return number;
    }

    /** Adds a good row; pairs of title and value change it. */
    Rows row(int n, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        titles.forEach(title -> row.put(title, ""));
        for (String[] usual : USUAL) {
            row.computeIfPresent(usual[0], (title, none) -> usual[1].replace("#", String.valueOf(n)));
        }
        row.put("NHS_NUMBER", number(n));
        for (int i = 0; i < changes.length; i += 2) {
            if (row.put(changes[i], changes[i + 1]) == null) {
                throw new IllegalArgumentException(changes[i]);
            }
        }
        rows.add(row);
        return this;
    }

    Rows rows(int from, int to, String... changes) {
        for (int n = from; n <= to; n++) {
            row(n, changes);
        }
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder(String.join(",", titles)).append("\r\n");
        rows.forEach(row -> text.append(String.join(",", row.values())).append("\r\n"));
        return text.toString();
    }

    String header() {
        return String.join(",", titles);
    }

    private static final String[][] USUAL = {
        {"RECORD_ACTION", "F"},
        {"SOURCE_SYSTEM_CODE", "SYS1"},
        {"SOURCE_CHILD_IDENTIFIER", "C#"},
        {"NHS_NUMBER_STATUS_INDICATOR_CODE", "01"},
        {"LOCAL_PATIENT_IDENTIFIER_EXTENDED", "L#"},
        {"PERSON_FAMILY_NAME", "Testfamily"},
        {"PERSON_GIVEN_NAME", "Testgiven"},
        {"PERSON_BIRTH_DATE", "2025-02-03"},
        {"POSTCODE_OF_USUAL_ADDRESS", "zz1 1zz"},
        {"GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION", "A00001"},
        {"START_DATE_GMP_PATIENT_REGISTRATION", "2025-02-10"},
        {"GP_REGISTRATION_TYPE", "1"},
        {"ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", "RXH"},
        {"CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER", "T1"},
        {"SERVICE_REQUEST_IDENTIFIER", "S#"},
        {"EPISODE_STATUS", "A"},
        {"CASELOAD_START_DATE", "2025-02-12"},
        {"ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION", "RXA"},
        {"RECORD_STATUS", "10"},
        {"RECORD_STATUS_DATE", "2025-02-04"},
        {"RESTRICTED_INDICATOR", "N"},
        {"LAST_UPDATED_DATETIME", "2026-11-16T10:00:00+00:00"},
    };
}
