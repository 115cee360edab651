package muster.publish.outbox;

import java.time.LocalDate;
import java.util.Locale;

/**
 * File names of everything published: lower case, hyphens, sortable, versioned, and never anything about a person
 * (reports.md 0.10): {@code muster_{output}_{areatype}-{areacode}_{period}_{asat}_v{n}_part{i}of{m}.{ext}}, where
 * the parts that an output does not have are left out.
 */
public final class OutputName {

    private static final String PREFIX = "muster";

    private final StringBuilder name = new StringBuilder(PREFIX);

    private OutputName(String output) {
        add(output);
    }

    /** Begins a name with the kind of output, for example {@code worklist}. */
    public static OutputName of(String output) {
        return new OutputName(output);
    }

    /** The area or organisation that the file is about, for example {@code chis} and {@code RXA}. */
    public OutputName area(String type, String code) {
        return add(type.toLowerCase(Locale.ROOT) + "-" + code.toLowerCase(Locale.ROOT));
    }

    /** The period in its short form, for example {@code 2026-27-q3}. */
    public OutputName period(String period) {
        return add(period);
    }

    /** The date of the list, or the date as at which the figures were known. */
    public OutputName date(LocalDate date) {
        return add(date.toString());
    }

    /** The edition, from 1. */
    public OutputName version(int version) {
        return add("v" + version);
    }

    /** One of several files that together are one list; a list in one file gets no part. */
    public OutputName part(int part, int parts) {
        return parts == 1 ? this : add("part" + part + "of" + parts);
    }

    /** Ends the name with its extension, for example {@code xlsx}. */
    public String extension(String extension) {
        return name + "." + extension;
    }

    private OutputName add(String piece) {
        if (!piece.matches("[a-z0-9]+(-[a-z0-9]+)*") || piece.matches(".*\\d{10}.*")) {
            throw new IllegalArgumentException("Not a piece of a file name: lower case, digits and hyphens only");
        }
        name.append('_').append(piece);
        return this;
    }
}
