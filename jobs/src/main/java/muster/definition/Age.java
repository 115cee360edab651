package muster.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An age as {@code config/} writes it: {@code 28 days}, {@code 8 weeks}, {@code 15 months}, {@code 5 years}.
 *
 * @param amount whole units, never negative
 * @param unit days, weeks, months or years
 */
public record Age(int amount, AgeUnit unit) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) (day|week|month|year)s?");

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not a number and a unit
     */
    @JsonCreator
    public static Age parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an age such as '8 weeks': " + written);
        }
        AgeUnit unit = AgeUnit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT) + "S");
        return new Age(Integer.parseInt(matcher.group(1)), unit);
    }

    /** The written form again: {@code 1 year}, {@code 13 months}. */
    public String inWords() {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return amount + " " + (amount == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
