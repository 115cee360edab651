package muster.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Practice lists as GP systems write them for the national list reconciliation (feeds 4.1). */
final class Gpr4 {

    static final String FEED = "gp-gpr4";
    private static final String DAYS = "123456789ABCDEFGHIJKLMNOPQRSTUV";

    private Gpr4() {}

    /** The two lines of a patient. */
    static String patient(Person person, int record, String asAt) {
        List<String> first = new ArrayList<>(List.of("DOW", "1", "1234567,AB12", "LNA"));
        first.addAll(List.of(asAt.replace("-", ""), "0915", Integer.toString(record), person.number()));
        first.addAll(List.of(upper(person.family()), upper(person.given()), "", "MISS", "2", person.compactBorn()));
        first.addAll(List.of(upper(person.line()), ""));
        String[] postcode = person.postcode().split(" ");
        String fixed = postcode.length == 2 ? "%-5s%s".formatted(postcode[0], postcode[1]) : person.postcode();
        return String.join("~", first) + "\r\nDOW~2~~~~" + fixed + "~~~~~\r\n";
    }

    static Dropped list(String practice, String asAt, List<String> patients) {
        LocalDate date = LocalDate.parse(asAt);
        String name = practice + "_GPR4LNA1." + (char) ('A' + date.getMonthValue() - 1)
                + DAYS.charAt(date.getDayOfMonth() - 1) + "A";
        return Dropped.plain(FEED, name, "503\\*\r\n" + String.join("", patients));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
