package muster.definition;

/**
 * One number or word of policy that belongs to no single exception or measure ({@code settings.yaml}).
 *
 * @param name snake case, unique
 * @param value a whole number; null where the setting is a word
 * @param text a word; null where the setting is a number
 * @param unit of the number; null for a word
 * @param why what it decides
 * @param source where it is written
 * @param confidence R, S, G, D, C or O, as the domain files mark it
 */
public record Setting(
        String name, Integer value, String text, String unit, String why, String source, String confidence) {}
