package muster.feed.nems;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** FHIR dates and times by the rules of feeds.md 1.2; civil dates are those of Europe/London. */
final class FhirDates {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9:]{5})?");
    private static final int DAY_LENGTH = 10;
    /** FHIR allows offsets up to fourteen hours. */
    private static final int WIDEST_OFFSET_SECONDS = ZoneOffset.ofHours(14).getTotalSeconds();

    private FhirDates() {}

    /** A date as read: at most one of day and partial is set; bad when text was there but gave neither. */
    record Reading(LocalDate day, String partial, boolean bad) {
        static final Reading ABSENT = new Reading(null, null, false);
        static final Reading BAD = new Reading(null, null, true);
    }

    /** True for the shape YYYY-MM-DD, whether or not there is such a day. */
    static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    /** Reads YYYY, YYYY-MM, YYYY-MM-DD or the day, as written, of a date-time. */
    static Reading date(String text) {
        if (text == null) {
            return Reading.ABSENT;
        }
        try {
            if (YEAR.matcher(text).matches()) {
                return new Reading(null, text, false);
            }
            if (MONTH.matcher(text).matches()) {
                return new Reading(null, YearMonth.parse(text).toString(), false);
            }
            boolean readable = DAY.matcher(text).matches() || instant(text) != null;
            return readable ? new Reading(LocalDate.parse(text.substring(0, DAY_LENGTH)), null, false) : Reading.BAD;
        } catch (DateTimeException e) {
            return Reading.BAD;
        }
    }

    /**
     * The instant of a FHIR instant or date-time; a bare day is its beginning and a time without offset is local, both
     * in London. Null where it is absent or impossible, such as the published offset +58:00.
     */
    static Instant instant(String text) {
        try {
            if (text == null) {
                return null;
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(LONDON).toInstant();
            }
            var dateTime = DATE_TIME.matcher(text);
            if (!dateTime.matches()) {
                return null;
            }
            return dateTime.group(1) == null
                    ? LocalDateTime.parse(text).atZone(LONDON).toInstant()
                    : withOffset(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant withOffset(OffsetDateTime moment) {
        boolean possible = Math.abs(moment.getOffset().getTotalSeconds()) <= WIDEST_OFFSET_SECONDS;
        return possible ? moment.toInstant() : null;
    }

    /** The civil date of a day or date-time; null where it is absent, partial or impossible. */
    static LocalDate londonDate(String text) {
        if (text != null && DAY.matcher(text).matches()) {
            return date(text).day();
        }
        Instant instant = instant(text);
        return instant == null ? null : instant.atZone(LONDON).toLocalDate();
    }
}
