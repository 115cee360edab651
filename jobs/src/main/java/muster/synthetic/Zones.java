package muster.synthetic;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** London's clock by the date, at noon: {@code +00:00} or {@code +01:00}, and the two digits of the v5 layout. */
final class Zones {
    private static final ZoneRules LONDON = ZoneId.of("Europe/London").getRules();

    private Zones() {}

    static String offset(LocalDate date) {
        return summer(date) ? "+01:00" : "+00:00";
    }

    static String twoDigits(LocalDate date) {
        return summer(date) ? "01" : "00";
    }

    private static boolean summer(LocalDate date) {
        return LONDON.getOffset(date.atTime(12, 0)).getTotalSeconds() != 0;
    }
}
