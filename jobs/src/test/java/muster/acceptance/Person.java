package muster.acceptance;

/** An invented child with what every feed tells of it; dates as year-month-day. */
record Person(String number, String family, String given, String born, String postcode, String line) {

    private static final int SYLLABLES = 4;

    private static int made;

    static synchronized Person of(String born, String postcode) {
        made++;
        return new Person(
                Nhs.next(), "Fam" + word(made), word(made * 7) + "na", born, postcode, made + " Invented Street");
    }

    /** A person of this name, for twins and for people whose number somebody else bears. */
    Person named(String family, String given) {
        return new Person(number, family, given, born, postcode, line);
    }

    Person living(String newPostcode) {
        return new Person(number, family, given, born, newPostcode, line);
    }

    Person bearing(String newNumber) {
        return new Person(newNumber, family, given, born, postcode, line);
    }

    Person bornOn(String newBorn) {
        return new Person(number, family, given, newBorn, postcode, line);
    }

    String compactBorn() {
        return born.replace("-", "");
    }

    /** Words of neighbouring numbers have little in common: linkage takes near misses for one child. */
    private static String word(int n) {
        long rest = (n * 0x9E3779B97F4A7C15L) >>> 20;
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < SYLLABLES; syllable++) {
            word.append("bcdfghjklmnpqrstvwxz".charAt((int) (rest % 20)));
            word.append("aeiou".charAt((int) (rest / 20 % 5)));
            rest /= 100;
        }
        return word.toString();
    }
}
