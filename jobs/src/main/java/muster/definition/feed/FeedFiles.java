package muster.definition.feed;

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
        FileType defaultType) {

    public FeedFiles {
        control = control == null ? ControlPolicy.NONE : control;
        nameReuse = nameReuse == null ? NameReuse.ALLOW : nameReuse;
        defaultType = defaultType == null ? FileType.D : defaultType;
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

    /** Whether a name may come again with other content. */
    public enum NameReuse {
        ALLOW,
        REFUSE
    }

    /** F replaces all that its sender asserted before; D changes what it names. */
    public enum FileType {
        F,
        D
    }
}
