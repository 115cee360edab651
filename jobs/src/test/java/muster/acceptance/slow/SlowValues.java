package muster.acceptance.slow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values: feeds 1.1 to 1.5, 3.11, 8.1 and rulings 3. */
final class SlowValues {

    private static final Set<String> NO_NUMBER = Set.of("", "0", "none", "null", "0000000000");
    private static final Set<LocalDate> SENTINELS = Set.of(
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(1, 1, 1));
    private static final Pattern ORDINARY = Pattern.compile("([A-Z][A-Z0-9]{1,3})([0-9][A-Z]{2})");

    private final SlowRecord row;
    private final LocalDate today;
    private final boolean full;

    SlowValues(SlowRecord row, LocalDate today, boolean full) {
        this.row = row;
        this.today = today;
        this.full = full;
    }

    void read(SlowColumn column, String field) {
        String text = SlowText.trimmed(field);
        switch (column.kind()) {
            case "nhs" -> registerNumber(column, text);
            case "strict" -> strictNumber(column, text);
            case "action" -> coded(column, text, full ? List.of("F=F") : List.of("A=A", "U=U", "D=D"));
            case "code" -> coded(column, text, column.codes());
            case "name" -> name(column, text);
            case "birth" -> birth(column, text);
            case "compactbirth" -> compactBirth(column, text);
            default -> other(column, text);
        }
    }

    private void other(SlowColumn column, String text) {
        if (text.isEmpty()) {
            if (column.mandatory()) {
                row.refusals.add("MANDATORY_MISSING");
            }
            return;
        }
        switch (column.kind()) {
            case "text" -> text(column, text);
            case "organisation" -> text(column, text.toUpperCase(Locale.ROOT));
            case "postcode" -> row.values.put(column.name(), postcode(text));
            case "date" -> date(column, text);
            case "since", "expiry" -> lenient(column, text);
            case "recorded" -> past(column, compact(text));
            case "given" -> given(column, text);
            case "moment" -> moment(column, text);
            case "number" -> row.values.put(column.name(), text);
            case "order", "births", "weight", "dose" -> small(column, text);
            case "truth" -> row.values.put(column.name(), text.toLowerCase(Locale.ROOT));
            default -> throw new IllegalStateException(column.kind());
        }
    }

    static boolean rightCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (10 - i);
        }
        int check = 11 - sum % 11;
        return (check == 11 ? 0 : check) == number.charAt(9) - '0';
    }

    /** The fault of a number, or null. */
    private static String fault(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return "NHS_FORMAT";
        }
        return rightCheckDigit(digits) ? null : "NHS_CHECK_DIGIT";
    }

    private static String digits(String text) {
        return text.replace(" ", "").replace("-", "").replace("\u00A0", "");
    }

    private void registerNumber(SlowColumn column, String text) {
        String digits = digits(text);
        if (NO_NUMBER.contains(text.toLowerCase(Locale.ROOT)) || digits.isEmpty()) {
            row.warnings.add("NHS_MISSING");
        } else if (fault(digits) != null) {
            row.warnings.add(fault(digits));
            row.values.put("number as sent", text.replace('\u2019', '\''));
        } else {
            row.values.put(column.name(), digits);
        }
    }

    private void strictNumber(SlowColumn column, String text) {
        String digits = digits(text);
        if (NO_NUMBER.contains(text.toLowerCase(Locale.ROOT)) || digits.isEmpty()) {
            if (column.mandatory()) {
                row.refusals.add("MANDATORY_MISSING");
            }
            return;
        }
        // Extracts carry numbers whose leading zeros may be lost (feeds 1.1).
        String padded =
                column.mandatory() && digits.matches("[0-9]{1,9}") ? "0".repeat(10 - digits.length()) + digits : digits;
        if (fault(padded) != null) {
            row.refusals.add(fault(padded));
        } else {
            row.values.put(column.name(), padded);
        }
    }

    private void coded(SlowColumn column, String text, List<String> codes) {
        if (text.isEmpty()) {
            if (column.mandatory()) {
                row.refusals.add("MANDATORY_MISSING");
            }
            return;
        }
        for (String code : codes) {
            String[] pair = code.split("=");
            if (pair[0].equalsIgnoreCase(text)) {
                row.values.put(column.name(), pair[1]);
                return;
            }
        }
        row.refusals.add("UNKNOWN_CODE");
        row.unreadable.add(column.name());
    }

    private void name(SlowColumn column, String text) {
        if (text.isEmpty()) {
            row.warnings.add("NAME_MISSING");
        } else {
            text(column, text);
        }
    }

    private void text(SlowColumn column, String sent) {
        String text = sent.replace('\u2018', '\'').replace('\u2019', '\'').replace('\u02BC', '\'');
        if (column.most() > 0 && text.codePointCount(0, text.length()) > column.most()) {
            row.refusals.add("FIELD_TOO_LONG");
            row.unreadable.add(column.name());
        } else {
            row.values.put(column.name(), text);
        }
    }

    static String postcode(String text) {
        Matcher ordinary = ORDINARY.matcher(text.toUpperCase(Locale.ROOT).replace(" ", ""));
        return ordinary.matches() ? ordinary.group(1) + " " + ordinary.group(2) : text.toUpperCase(Locale.ROOT);
    }

    /** The date, or null where there is none of that form. */
    private static LocalDate iso(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate compact(String text) {
        return text.matches("[0-9]{8}")
                ? iso(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6))
                : null;
    }

    private void birth(SlowColumn column, String text) {
        LocalDate date = iso(text);
        if (text.isEmpty() || (date != null && SENTINELS.contains(date))) {
            row.warnings.add("DOB_MISSING");
        } else if (date == null) {
            boolean partial = iso(text + "-01") != null || iso(text + "-01-01") != null;
            row.warnings.add(partial ? "DOB_PARTIAL" : "DATE_FORMAT");
        } else if (date.isAfter(today)) {
            row.warnings.add("DOB_FUTURE");
        } else {
            row.values.put(column.name(), date.toString());
        }
    }

    private void compactBirth(SlowColumn column, String text) {
        LocalDate date = compact(text);
        if (text.isEmpty()) {
            if (column.mandatory()) {
                row.refusals.add("DOB_MISSING");
            }
        } else if (date == null) {
            boolean partial = compact(text + "01") != null || compact(text + "0101") != null;
            (partial ? row.warnings : row.refusals).add(partial ? "DOB_PARTIAL" : "DATE_FORMAT");
            row.unreadable.add(column.name());
        } else if (date.isAfter(today)) {
            row.refusals.add("DOB_FUTURE");
            row.unreadable.add(column.name());
        } else {
            row.values.put(column.name(), date.toString());
        }
    }

    private void date(SlowColumn column, String text) {
        LocalDate date = iso(text);
        if (date == null) {
            row.refusals.add("DATE_FORMAT");
            row.unreadable.add(column.name());
        } else if (!SENTINELS.contains(date)) {
            row.values.put(column.name(), date.toString());
        } else if (column.mandatory()) {
            row.refusals.add("MANDATORY_MISSING");
        } else {
            row.warnings.add("DATE_FORMAT");
        }
    }

    private void lenient(SlowColumn column, String text) {
        LocalDate date = compact(text);
        if (date == null) {
            row.warnings.add("DATE_FORMAT");
        } else {
            row.values.put(column.name(), date.toString());
        }
    }

    private void past(SlowColumn column, LocalDate date) {
        if (date == null) {
            row.refusals.add("DATE_FORMAT");
        } else if (date.isAfter(today)) {
            row.refusals.add("DATE_FUTURE");
        } else {
            row.values.put(column.name(), date.toString());
        }
    }

    /** The last two digits are the zone: 00 for GMT, 01 for BST, none for UTC. */
    private void given(SlowColumn column, String text) {
        Matcher parts = Pattern.compile("([0-9]{8})T([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])(0[01])?")
                .matcher(text);
        LocalDate date = parts.matches() ? compact(parts.group(1)) : null;
        if (date == null) {
            row.refusals.add("DATE_FORMAT");
        } else if (date.isAfter(today)) {
            row.refusals.add("DATE_FUTURE");
        } else {
            OffsetDateTime time = date.atTime(
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(4)))
                    .atOffset(ZoneOffset.ofHours("01".equals(parts.group(5)) ? 1 : 0));
            row.values.put(
                    column.name(),
                    time.atZoneSameInstant(ZoneId.of("Europe/London"))
                            .toLocalDate()
                            .toString());
            row.values.put("instant", time.toInstant().toString());
        }
    }

    private void moment(SlowColumn column, String text) {
        try {
            row.values.put(column.name(), OffsetDateTime.parse(text).toInstant().toString());
        } catch (DateTimeException e) {
            row.warnings.add("TIMESTAMP_INVALID");
        }
    }

    private void small(SlowColumn column, String text) {
        boolean number = text.matches("[0-9]{1,9}");
        int value = number ? Integer.parseInt(text) : -1;
        boolean fits =
                switch (column.kind()) {
                    case "weight" -> value >= 200 && value <= 7000;
                    case "dose" -> value >= 1 && value <= 99;
                    default -> value >= 1 && value <= 9;
                };
        if (fits) {
            row.values.put(column.name(), String.valueOf(value));
        } else {
            row.warnings.add(column.kind().equals("weight") ? "BIRTH_WEIGHT_RANGE" : "NUMBER_FORMAT");
        }
    }
}
