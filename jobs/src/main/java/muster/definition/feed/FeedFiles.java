package muster.definition.feed;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the files of a feed are named and what comes with them.
 *
 * @param pattern regular expression of the whole base name, matched without regard to case; named groups {@code sender},
 *     {@code asat}, {@code sequence}, {@code type} and others fill the file register and {@code from_name} columns
 * @param control whether a control file {@code X.ctl.csv} belongs to {@code X.csv}
 * @param controlFeed value of FEED in the control file; null where there is none
 * @param sender sender of files that name none
 * @param nightOrder order within a night, lowest first: extracts and events before registers (rulings 2)
 * @param nameReuse what a file name seen before with other content means
 * @param message one message a file: a refused message is a refused line, the file is taken (rulings 3)
 * @param unreadPattern names that belong to the feed but have no reader yet: left untouched and named; null for none
 * @param defaultType F or D where neither name nor control file says it
 * @param nameDate how the name tells its date where it has no group {@code asat}
 * @param maxAgeDays a file whose name is dated longer before the business date is refused; null for no such rule
 * @param senderListedIn {@code schema.table.column} that know the sender, one of them at least; empty where any sender may
 *     send
 * @param acknowledgement form in which the format's owner answers files, beside our own acknowledgement; null for none
 */
public record FeedFiles(
        String pattern,
        ControlPolicy control,
        String controlFeed,
        String sender,
        int nightOrder,
        NameReuse nameReuse,
        boolean message,
        String unreadPattern,
        FileType defaultType,
        NameDate nameDate,
        Integer maxAgeDays,
        List<String> senderListedIn,
        AcknowledgementForm acknowledgement) {

    public FeedFiles {
        control = control == null ? ControlPolicy.NONE : control;
        nameReuse = nameReuse == null ? NameReuse.ALLOW : nameReuse;
        defaultType = defaultType == null ? FileType.D : defaultType;
        nameDate = nameDate == null ? NameDate.FULL : nameDate;
        senderListedIn = senderListedIn == null ? List.of() : List.copyOf(senderListedIn);
    }

    /**
     * The date that a file's name tells.
     *
     * @param groups the pattern's groups by name
     * @param businessDate D: a name without a year means the latest such date that is not after it
     * @return null where the name tells none
     * @throws java.time.DateTimeException where there is no such date
     */
    public LocalDate dateInName(Map<String, String> groups, LocalDate businessDate) {
        return nameDate.date(groups, businessDate);
    }

    /** The pattern, compiled. */
    public Pattern compiled() {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The names left untouched, compiled; null for none. */
    public Pattern unread() {
        return unreadPattern == null ? null : Pattern.compile(unreadPattern, Pattern.CASE_INSENSITIVE);
    }

    /** Whether a control file must come, may come, or is unknown to the format. */
    public enum ControlPolicy {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** Forms of answer that a format has of its own. */
    public enum AcknowledgementForm {
        /** Infrastructure and business acknowledgements of the national vaccination service (feeds 8.1). */
        NATIONAL_VACCINATION
    }

    /** Whether a name may come again with other content. */
    public enum NameReuse {
        ALLOW,
        REFUSE
    }

    /** Forms of the date in a file name. */
    public enum NameDate {
        /** Group {@code asat}: {@code yyyymmdd}. */
        FULL {
            @Override
            LocalDate date(Map<String, String> groups, LocalDate businessDate) {
                String date = groups.get("asat");
                return date == null ? null : LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            }
        },
        /** Groups {@code month}, A to L, and {@code day}, 1 to 9 then A to V, without a year ({@code feeds.md} 4.1). */
        MONTH_DAY_LETTERS {
            @Override
            LocalDate date(Map<String, String> groups, LocalDate businessDate) {
                if (groups.get("month") == null || groups.get("day") == null) {
                    return null;
                }
                int month = letter(groups.get("month")) + 1;
                int day = Character.digit(groups.get("day").charAt(0), DAY_DIGITS);
                MonthDay named = MonthDay.of(month, day);
                int year = businessDate.getYear();
                while (!named.isValidYear(year) || named.atYear(year).isAfter(businessDate)) {
                    year--;
                }
                return named.atYear(year);
            }
        };

        private static final int DAY_DIGITS = 32;

        abstract LocalDate date(Map<String, String> groups, LocalDate businessDate);

        private static int letter(String text) {
            return Character.toUpperCase(text.charAt(0)) - 'A';
        }
    }

    /** F replaces all that its sender asserted before; D changes what it names. */
    public enum FileType {
        F,
        D
    }
}
