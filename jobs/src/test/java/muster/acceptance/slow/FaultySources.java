package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Extracts and vaccination files, and the numbers of all invented children. */
final class FaultySources {

    private static final int FIRST_STEM = 999_100_000;

    private final Random random;
    private final FaultyRows rows;
    private final List<Map<String, String>> persons = new ArrayList<>();
    private final List<Map<String, String>> tonight = new ArrayList<>();
    private final List<Map<String, String>> given = new ArrayList<>();
    private final List<Map<String, String>> givenTonight = new ArrayList<>();
    private final Set<String> registered = new HashSet<>();
    private int stem = FIRST_STEM;
    private int files;

    FaultySources(Random random, FaultyRows rows) {
        this.random = random;
        this.rows = rows;
    }

    /** The number of a person on PDS already, or of somebody whom it does not know. */
    String number() {
        return persons.isEmpty() || random.nextInt(4) == 0
                ? fresh()
                : rows.one(persons).get("nhs_number");
    }

    private String fresh() {
        while (true) {
            String nine = String.valueOf(stem++);
            for (char check = '0'; check <= '9'; check++) {
                if (SlowValues.rightCheckDigit(nine + check)) {
                    return nine + check;
                }
            }
        }
    }

    /** A number that no other registration with a practice has: which of several is the current one is not asked here. */
    String numberOfItsOwn() {
        if (persons.isEmpty() || random.nextInt(4) == 0) {
            return fresh();
        }
        String number = rows.one(persons).get("nhs_number");
        return registered.add(number) ? number : fresh();
    }

    /** What came tonight is known from tomorrow on. */
    void nightIsOver() {
        persons.addAll(tonight);
        tonight.clear();
        given.addAll(givenTonight);
        givenTonight.clear();
    }

    /** No person is in two extracts of one night, whose order nothing tells. */
    List<SlowFile> extracts(LocalDate date, int count) {
        List<SlowFile> made = new ArrayList<>();
        List<Map<String, String>> known = new ArrayList<>(persons);
        for (int i = 0; i < count; i++) {
            List<Map<String, String>> list = new ArrayList<>();
            for (int n = 0; n < 20 + random.nextInt(20); n++) {
                boolean old = !known.isEmpty() && random.nextInt(3) == 0;
                list.add(old ? amended(known.remove(random.nextInt(known.size()))) : added(date));
            }
            if (random.nextInt(3) == 0) {
                list.add(list.get(0));
            }
            if (random.nextInt(3) == 0) {
                Map<String, String> other = new LinkedHashMap<>(list.get(1));
                other.put("given_name", "Other");
                list.add(other);
            }
            String text = list.stream()
                    .map(row -> SlowLayout.PDS.names().stream()
                            .map(name -> quoted(row.getOrDefault(name, "")))
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\n", String.join(",", SlowLayout.PDS.names()) + "\n", "\n"));
            made.add(SlowFile.plain("pds-extract", "x%04d_-_SLOW.csv".formatted(++files), text));
        }
        return made;
    }

    private Map<String, String> added(LocalDate date) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("record_type", rows.one(List.of("ADD", "New", "add")));
        row.put("change_time_stamp", String.valueOf(random.nextInt(1_000_000)));
        row.put("serial_change_number", String.valueOf(1 + random.nextInt(20)));
        row.put("nhs_number", fresh());
        row.put("primary_care_provider", rows.one(List.of("A80001", "b80001", "")));
        row.put("primary_care_effective_from_date", rows.date(date, 400).replace("-", ""));
        row.put("given_name", "Given" + files);
        row.put("family_name", rows.one(List.of("Person", "O\u2019Neil", "Zo\u00eb")));
        row.put("date_of_birth", rows.date(date, 3_000).replace("-", ""));
        row.put("gender", rows.one(List.of("1", "2", "0")));
        row.put("address_line_1", "1 Low Road");
        row.put("postcode", rows.one(List.of("AX1 1AA", "bx11bb")));
        row.put("invalid_flag", "false");
        row.put("eligibility", "true");
        if (random.nextInt(8) == 0) {
            spoil(row, date);
        } else {
            tonight.add(row);
        }
        return row;
    }

    private void spoil(Map<String, String> row, LocalDate date) {
        switch (random.nextInt(10)) {
            case 0 -> row.put("nhs_number", FaultyRows.broken(row.get("nhs_number")));
            case 1 -> row.put("nhs_number", rows.one(List.of("", "9.99E+09", "none")));
            case 2 -> row.put("date_of_birth", rows.one(List.of("", "20240230", "45691", "2024-07-01")));
            case 3 -> row.put("date_of_birth", rows.one(List.of("2024", "202407")));
            case 4 -> row.put("date_of_birth", date.plusDays(2).toString().replace("-", ""));
            case 5 -> row.put("family_name", rows.one(List.of("", "x".repeat(36))));
            case 6 -> row.put("record_type", rows.one(List.of("", "GONE")));
            case 7 -> row.put("date_of_birth", "19950101");
            case 8 -> row.put("primary_care_effective_from_date", "20261301");
            default -> row.put("gender", "7");
        }
    }

    private Map<String, String> amended(Map<String, String> person) {
        Map<String, String> row = new LinkedHashMap<>(person);
        int serial = Integer.parseInt(person.get("serial_change_number"));
        switch (random.nextInt(5)) {
            case 0 -> row.put("change_time_stamp", "7");
            case 1 -> row.put("serial_change_number", String.valueOf(serial - 1));
            case 2 -> {
                row.put("record_type", "DEL");
                row.put("serial_change_number", String.valueOf(serial + 1));
            }
            default -> {
                row.put("record_type", "AMENDED");
                row.put("serial_change_number", String.valueOf(serial + 1));
                row.put("family_name", "Changed" + random.nextInt(100));
                row.put("primary_care_provider", rows.one(List.of("A80001", "A80002", "")));
                row.put("eligibility", random.nextInt(6) == 0 ? "false" : "true");
            }
        }
        persons.remove(person);
        if (Integer.parseInt(row.get("serial_change_number")) >= serial) {
            tonight.add(row);
        } else {
            tonight.add(person);
        }
        return row;
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** No dose is in two files of one night, whose order nothing tells. */
    List<SlowFile> vaccinations(LocalDate date, int count) {
        List<SlowFile> made = new ArrayList<>();
        List<Map<String, String>> known = new ArrayList<>(given);
        for (int i = 0; i < count; i++) {
            List<Map<String, String>> list = new ArrayList<>();
            for (int n = 0; n < 5 + random.nextInt(15); n++) {
                boolean old = !known.isEmpty() && random.nextInt(3) == 0;
                list.add(old ? again(known.remove(random.nextInt(known.size()))) : dose(date));
            }
            if (random.nextInt(3) == 0) {
                list.add(list.get(0));
            }
            if (random.nextInt(4) == 0) {
                Map<String, String> other = new LinkedHashMap<>(list.get(0));
                other.put("BATCH_NUMBER", "OTHER");
                list.add(other);
            }
            String text = list.stream()
                    .map(row -> SlowLayout.V5.names().stream()
                            .map(name -> '"' + row.getOrDefault(name, "").replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining("|")))
                    .collect(Collectors.joining("\n", String.join("|", SlowLayout.V5.names()) + "\n", "\n"));
            String time = "%sT%06d00".formatted(date.toString().replace("-", ""), i);
            String type = rows.one(List.of("6IN1", "MMR", "ROTAVIRUS"));
            made.add(SlowFile.plain(
                    "vaccination-v5", "%s_Vaccinations_v5_V%04d_%s.csv".formatted(type, i % 60, time), text));
        }
        return made;
    }

    private Map<String, String> dose(LocalDate date) {
        files++;
        Map<String, String> row = new LinkedHashMap<>();
        Map<String, String> person = persons.isEmpty() ? Map.of() : rows.one(persons);
        boolean known = !person.isEmpty() && random.nextInt(4) > 0;
        row.put("NHS_NUMBER", known ? person.get("nhs_number") : random.nextInt(3) == 0 ? "" : fresh());
        row.put("PERSON_FORENAME", "Ada");
        row.put("PERSON_SURNAME", rows.one(List.of("Tester", "O\\'Reilly", "Zo\u00eb")));
        boolean born = known && random.nextInt(10) > 0;
        row.put(
                "PERSON_DOB",
                born ? person.get("date_of_birth") : rows.date(date, 3_000).replace("-", ""));
        row.put(
                "PERSON_GENDER_CODE",
                rows.one(List.of("1", "female", "not known")).replace("not known", "unknown"));
        row.put(
                "DATE_AND_TIME",
                rows.date(date, 300).replace("-", "") + rows.one(List.of("T10000000", "T23300001", "T233000")));
        row.put("SITE_CODE", "RXA01");
        row.put("SITE_CODE_TYPE_URI", "https://example.org/site");
        row.put("UNIQUE_ID", "U" + files + "-" + random.nextInt(1_000_000));
        row.put("UNIQUE_ID_URI", "https://example.org/" + random.nextInt(3));
        row.put("ACTION_FLAG", rows.one(List.of("NEW", "NEW", "new", "UPDATE", "DELETE")));
        row.put("RECORDED_DATE", date.minusDays(1).toString().replace("-", ""));
        row.put("PRIMARY_SOURCE", rows.one(List.of("TRUE", "false")));
        row.put("VACCINATION_PROCEDURE_CODE", rows.one(List.of("1162640003", "38598009", "432636005", "123")));
        row.put("BATCH_NUMBER", "B" + random.nextInt(100));
        row.put("DOSE_SEQUENCE", rows.one(List.of("1", "2", "")));
        row.put("LOCATION_CODE", "X99999");
        row.put("LOCATION_CODE_TYPE_URI", "https://example.org/location");
        if (random.nextInt(8) == 0) {
            spoilDose(row, date);
        } else if (!row.get("ACTION_FLAG").equals("DELETE")) {
            givenTonight.add(row);
        }
        return row;
    }

    private void spoilDose(Map<String, String> row, LocalDate date) {
        switch (random.nextInt(11)) {
            case 0 -> row.put("NHS_NUMBER", FaultyRows.broken(row.get("NHS_NUMBER")));
            case 1 -> row.put("NHS_NUMBER", "9.99E+09");
            case 2 ->
                row.put(
                        "PERSON_DOB",
                        rows.one(List.of(
                                "", "20250230", date.plusDays(1).toString().replace("-", ""))));
            case 3 -> row.put("PERSON_DOB", "202405");
            case 4 ->
                row.put("DATE_AND_TIME", rows.one(List.of("", "46113.4", "20260401T250000", "20260401T10000002")));
            case 5 -> row.put("DATE_AND_TIME", date.plusDays(1).toString().replace("-", "") + "T10000000");
            case 6 -> row.put("VACCINATION_PROCEDURE_CODE", rows.one(List.of("", "1".repeat(19))));
            case 7 -> row.put("ACTION_FLAG", rows.one(List.of("", "GIVEN")));
            case 8 -> row.put("DOSE_SEQUENCE", rows.one(List.of("0", "first", "100")));
            case 9 -> row.put("EXPIRY_DATE", "31/12/2027");
            default -> row.put("PERSON_SURNAME", "");
        }
    }

    private Map<String, String> again(Map<String, String> dose) {
        Map<String, String> row = new LinkedHashMap<>(dose);
        given.remove(dose);
        switch (random.nextInt(4)) {
            case 0 -> row.put("ACTION_FLAG", "UPDATE");
            case 1 -> row.put("ACTION_FLAG", "DELETE");
            default -> {
                row.put("ACTION_FLAG", "UPDATE");
                row.put("BATCH_NUMBER", "C" + random.nextInt(100));
            }
        }
        if (!row.get("ACTION_FLAG").equals("DELETE")) {
            givenTonight.add(row);
        }
        return row;
    }
}
