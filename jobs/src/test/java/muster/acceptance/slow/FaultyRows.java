package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Rows of invented children, sound and spoilt. */
final class FaultyRows {

    private static final List<String> GIVEN =
            List.of("Ada", "Zo\u00eb", "Mary Ann", "\u05d0\u05d1\u05d2", "O\u2019Dell", "Li");
    private static final List<String> FAMILY =
            List.of("TESTER", "O'Brien", "Gr\u00e4f", "Smith, Jones", "de \"Vere\"", "Bel");
    private static final List<String> POSTCODES = List.of("AX1 1AA", "ax11aa", "BX1  1BB", "ZZ99 3WZ", "cx1 1cc");

    private final Random random;
    private int next;

    FaultyRows(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String date(LocalDate today, int back) {
        return today.minusDays(1 + random.nextInt(back)).toString();
    }

    /** A row with nothing wrong. */
    Map<String, String> sound(SlowLayout layout, String sender, LocalDate today, String number) {
        Map<String, String> row = new LinkedHashMap<>();
        layout.names().forEach(name -> row.put(name, ""));
        next++;
        row.put("NHS_NUMBER", number);
        row.put("NHS_NUMBER_STATUS_INDICATOR_CODE", one(List.of("01", "01", "02")));
        row.put("PERSON_FAMILY_NAME", one(FAMILY));
        row.put("PERSON_GIVEN_NAME", one(GIVEN));
        row.put("PERSON_BIRTH_DATE", date(today, 3_000));
        row.put("PERSON_STATED_GENDER_CODE", one(List.of("1", "2", "M", "female", "9", "0", "")));
        row.put("ADDRESS_LINE_1", next + " High Street");
        row.put("POSTCODE_OF_USUAL_ADDRESS", one(POSTCODES));
        if (layout == SlowLayout.GP) {
            row.put("LOCAL_PATIENT_IDENTIFIER_EXTENDED", "L" + next);
            row.put("GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION", next % 7 == 0 ? other(sender) : sender);
            row.put("START_DATE_GMP_PATIENT_REGISTRATION", date(today, 500));
            row.put("GP_REGISTRATION_TYPE", one(List.of("1", "2", "3", "4", "6", "t")));
        } else if (layout == SlowLayout.HV) {
            row.put("LOCAL_PATIENT_IDENTIFIER_EXTENDED", "L" + next);
            row.put("SERVICE_REQUEST_IDENTIFIER", "S" + next);
            row.put("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", sender);
            row.put("CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER", "T" + next % 5);
            row.put("EPISODE_STATUS", one(List.of("A", "A", "h", "C")));
            row.put("CASELOAD_START_DATE", date(today, 500));
            row.put("CARE_LEVEL", one(List.of("", "2")));
        } else {
            row.put("SOURCE_SYSTEM_CODE", "SYS-" + sender.substring(2));
            row.put("SOURCE_CHILD_IDENTIFIER", "C" + next);
            row.put("ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION", sender);
            row.put("RECORD_STATUS", one(List.of("10", "10", "20", "40")));
            row.put("RECORD_STATUS_DATE", date(today, 300));
            row.put("RESTRICTED_INDICATOR", one(List.of("N", "N", "n", "Y")));
            row.put("LAST_UPDATED_DATETIME", date(today, 60) + "T09:30:00+01:00");
        }
        return row;
    }

    private static String other(String sender) {
        return "Q" + sender.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** The same record with something else to say. */
    Map<String, String> changed(SlowLayout layout, Map<String, String> row, LocalDate today) {
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put("PERSON_FAMILY_NAME", one(FAMILY) + random.nextInt(90));
        changed.put("POSTCODE_OF_USUAL_ADDRESS", one(POSTCODES));
        if (layout == SlowLayout.CHIS) {
            // Now and then older than what was sent: then it is stale.
            String then = random.nextInt(4) == 0 ? date(today, 400) : today.toString();
            changed.put("LAST_UPDATED_DATETIME", then + "T10:00:00+00:00");
        }
        return changed;
    }

    String line(SlowLayout layout, Map<String, String> row) {
        return layout.names().stream().map(name -> quoted(row.get(name))).collect(Collectors.joining(","));
    }

    private String quoted(String value) {
        boolean needed = value.contains(",") || value.contains("\"") || value.contains("\n");
        return needed || random.nextInt(25) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** The line with one thing wrong with it. */
    String spoilt(SlowLayout layout, Map<String, String> row, LocalDate today) {
        String start = layout == SlowLayout.GP
                ? "START_DATE_GMP_PATIENT_REGISTRATION"
                : layout == SlowLayout.HV ? "CASELOAD_START_DATE" : "RECORD_STATUS_DATE";
        String end = layout == SlowLayout.GP
                ? "END_DATE_GMP_PATIENT_REGISTRATION"
                : layout == SlowLayout.HV ? "CASELOAD_END_DATE" : "PERSON_DEATH_DATE";
        switch (random.nextInt(26)) {
            case 0 -> row.put("NHS_NUMBER", broken(row.get("NHS_NUMBER")));
            case 1 -> row.put("NHS_NUMBER", one(List.of("9.99E+09", "12345", "ABC", "99900000180", "9990000018.0")));
            case 2 -> row.put("NHS_NUMBER", one(List.of("", "0", "none", "NULL", "0000000000", " - ")));
            case 3 -> row.put("NHS_NUMBER", spaced(row.get("NHS_NUMBER")));
            case 4 -> row.put("PERSON_FAMILY_NAME", "");
            case 5 -> row.put("PERSON_GIVEN_NAME", " ");
            case 6 ->
                row.put("PERSON_BIRTH_DATE", one(List.of("2024-02-30", "45691", "03/02/2025", "20250203", "soon")));
            case 7 -> row.put("PERSON_BIRTH_DATE", one(List.of("", "1900-01-01", "1899-12-30", "9999-12-31")));
            case 8 -> row.put("PERSON_BIRTH_DATE", one(List.of("2024", "2024-07")));
            case 9 -> row.put("PERSON_BIRTH_DATE", today.plusDays(1).toString());
            case 10 -> row.put("PERSON_FAMILY_NAME", "x".repeat(35 + random.nextInt(2)));
            case 11 -> row.put("NHS_NUMBER_STATUS_INDICATOR_CODE", one(List.of("", "9", "1", "XX")));
            case 12 -> row.put(start, one(List.of("", "2025-13-01", "45698", "1900-01-01")));
            case 13 -> row.put(end, one(List.of("2001-01-01", "2025-02-29", "1899-12-31", "9999-12-31")));
            case 14 -> row.put(layout.key().get(random.nextInt(2)), "");
            case 15 -> row.put("RECORD_ACTION", one(List.of("", "X", "Z")));
            case 16 -> row.put("PERSON_GIVEN_NAME", "A\0B");
            case 17 -> row.put("ADDRESS_LINE_1", "Flat 1\nThe \"Mews\"");
            case 18 -> row.put("PERSON_STATED_GENDER_CODE", "7");
            case 19 -> unidentifiable(row);
            case 20 -> {
                return line(layout, row) + ",";
            }
            case 21 -> {
                return one(List.of("\\.", "\\N", "just text", "\"\""));
            }
            case 22 -> {
                return '"' + row.get("RECORD_ACTION") + "\"x"
                        + line(layout, row).substring(row.get("RECORD_ACTION").length());
            }
            case 23 -> special(layout, row, today);
            case 24 -> row.put("ADDRESS_LINE_1", "x".repeat(36));
            default -> row.put("PERSON_FAMILY_NAME", " \u00A0Spaced\t");
        }
        return line(layout, row);
    }

    private void special(SlowLayout layout, Map<String, String> row, LocalDate today) {
        if (layout == SlowLayout.GP) {
            row.put("END_DATE_GMP_PATIENT_REGISTRATION", today.toString());
            row.put("REASON_FOR_REMOVAL", one(List.of("", "RDR", "rdi", "QQ")));
        } else if (layout == SlowLayout.HV) {
            row.put("EPISODE_STATUS", one(List.of("F", "Q")));
            row.put("CASELOAD_END_REASON", one(List.of("", "01", "1")));
        } else if (random.nextBoolean()) {
            row.put("BIRTH_WEIGHT", one(List.of("3200", "199", "7001", "3.2")));
            row.put("BIRTH_ORDER", one(List.of("1", "3")));
            row.put("NUMBER_OF_BIRTHS", "2");
        } else {
            row.put("PERSON_BIRTH_DATE", one(List.of("1990-05-05", "2001-01-01")));
            row.put("LAST_UPDATED_DATETIME", one(List.of("", "2026-11-16T10:00:00", row.get("LAST_UPDATED_DATETIME"))));
        }
    }

    private void unidentifiable(Map<String, String> row) {
        row.put("NHS_NUMBER", "");
        row.put("PERSON_FAMILY_NAME", "");
        row.put("PERSON_GIVEN_NAME", "");
        row.put(random.nextBoolean() ? "PERSON_BIRTH_DATE" : "POSTCODE_OF_USUAL_ADDRESS", "");
    }

    static String broken(String number) {
        return number.isEmpty() ? "" : number.substring(0, 9) + (number.charAt(9) - '0' + 1) % 10;
    }

    private static String spaced(String number) {
        return number.isEmpty()
                ? ""
                : number.substring(0, 3) + " " + number.substring(3, 6) + "-" + number.substring(6);
    }
}
