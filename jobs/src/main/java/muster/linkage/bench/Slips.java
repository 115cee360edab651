package muster.linkage.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What goes wrong when somebody writes a child down. */
final class Slips {

    private static final String KEYBOARD = "qwertyuiopasdfghjklzxcvbnm";
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("Oliver", "Ollie"),
            Map.entry("Olivia", "Liv"),
            Map.entry("Isabella", "Bella"),
            Map.entry("Theodore", "Teddy"),
            Map.entry("Charlotte", "Lottie"),
            Map.entry("Thomas", "Tom"),
            Map.entry("William", "Bill"),
            Map.entry("Joshua", "Josh"),
            Map.entry("Samuel", "Sam"),
            Map.entry("Zachary", "Zac"),
            Map.entry("Eleanor", "Nell"),
            Map.entry("Daniel", "Dan"),
            Map.entry("Muhammad", "Mohammed"),
            Map.entry("Jessica", "Jess"),
            Map.entry("Florence", "Flo"),
            Map.entry("Henry", "Hal"),
            Map.entry("Aisha", "Ayesha"),
            Map.entry("Yusuf", "Yousef"),
            Map.entry("Ahmad", "Ahmed"));

    private final SplittableRandom random;

    Slips(SplittableRandom random) {
        this.random = random;
    }

    boolean percent(double chance) {
        return random.nextDouble() * 100 < chance;
    }

    /** A letter changed, dropped, doubled, or two changed round. */
    String mistyped(String word) {
        if (word.length() < 2) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        StringBuilder typed = new StringBuilder(word);
        switch (random.nextInt(4)) {
            case 0 -> typed.setCharAt(at, KEYBOARD.charAt(random.nextInt(KEYBOARD.length())));
            case 1 -> typed.deleteCharAt(at);
            case 2 -> typed.insert(at, typed.charAt(at));
            default -> {
                char kept = typed.charAt(at);
                typed.setCharAt(at, typed.charAt(at + 1));
                typed.setCharAt(at + 1, kept);
            }
        }
        return typed.toString();
    }

    /** The name of the kitchen table, where there is one. */
    String shortened(String given) {
        return SHORT_NAMES.getOrDefault(given, given.length() > 5 ? given.substring(0, 4) : given);
    }

    String standIn() {
        return List.of("Baby", "Twin 1", "Twin 2", "Infant", "Baby Boy", "Baby Girl")
                .get(random.nextInt(6));
    }

    /** Day and month the wrong way round, where that is a date. */
    static LocalDate swapped(LocalDate birth) {
        return birth.getDayOfMonth() > 12
                ? birth
                : LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
    }

    /** One digit of the day or the year wrong. */
    LocalDate oneDigit(LocalDate birth) {
        if (random.nextInt(4) == 0) {
            return birth.withDayOfMonth(Math.min(birth.getDayOfMonth(), 28)).minusYears(1 + random.nextInt(3));
        }
        int unit = birth.getDayOfMonth() % 10;
        int other = (unit + 1 + random.nextInt(8)) % 10;
        int day = birth.getDayOfMonth() - unit + other;
        return day < 1 || day > birth.lengthOfMonth() ? birth : birth.withDayOfMonth(day);
    }

    /** A letter of the second half wrong. */
    String mistypedPostcode(String postcode) {
        int at = postcode.length() - 1 - random.nextInt(2);
        char letter = (char) ('A' + random.nextInt(26));
        return postcode.substring(0, at) + letter + postcode.substring(at + 1);
    }

    /** One digit wrong: the check digit tells. */
    String mistypedNumber(String number) {
        int at = 3 + random.nextInt(6);
        int digit = (number.charAt(at) - '0' + 1 + random.nextInt(8)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }
}
