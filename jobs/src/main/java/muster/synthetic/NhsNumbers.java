package muster.synthetic;

/**
 * NHS numbers for invented people, all with a right check digit ({@code feeds.md} 1.1, modulus 11).
 *
 * <p>Each eight-digit beginning has at least nine valid numbers and exactly nine are used, so that the number of an index is
 * arithmetic and needs no list. People take 999 0000 000 to 999 8888 888, and from the 800,001st on 900 to 998; strangers and
 * earlier numbers take the top of the 999 range.
 */
final class NhsNumbers {
    private static final int PER_BEGINNING = 9;
    private static final int PEOPLE_IN_TEST_RANGE = 800_000;
    private static final int FIRST_BEGINNING = 99_900_000;
    private static final int FIRST_FURTHER_BEGINNING = 90_000_000;
    private static final int FIRST_EARLIER_BEGINNING = 99_990_000;
    private static final int FIRST_STRANGER_BEGINNING = 99_995_000;

    private NhsNumbers() {}

    /** The number of the person with this index, from 0. */
    static String ofPerson(int index) {
        return index < PEOPLE_IN_TEST_RANGE
                ? of(FIRST_BEGINNING, index)
                : of(FIRST_FURTHER_BEGINNING, index - PEOPLE_IN_TEST_RANGE);
    }

    /** A number that once was a person's and is superseded. */
    static String earlier(int ordinal) {
        return of(FIRST_EARLIER_BEGINNING, ordinal);
    }

    /** A number nobody in the population has: mothers, and rows about nobody known. */
    static String ofStranger(int ordinal) {
        return of(FIRST_STRANGER_BEGINNING, ordinal);
    }

    /** The same number with a wrong check digit. */
    static String spoiled(String number) {
        int last = number.charAt(9) - '0';
        return number.substring(0, 9) + (char) ('0' + (last + 1) % 10);
    }

    /** Whether ten digits end in their check digit. */
    static boolean valid(String number) {
        return checkDigit(number.substring(0, 9)) == number.charAt(9) - '0';
    }

    /** The check digit for nine digits, or -1 where none is issued. */
    static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int check = 11 - sum % 11;
        if (check == 11) {
            return 0;
        }
        return check == 10 ? -1 : check;
    }

    private static String of(int firstBeginning, int ordinal) {
        String eight = Integer.toString(firstBeginning + ordinal / PER_BEGINNING);
        int wanted = ordinal % PER_BEGINNING;
        for (int ninth = 0; ; ninth++) {
            String nine = eight + ninth;
            int check = checkDigit(nine);
            if (check >= 0 && wanted-- == 0) {
                return nine + check;
            }
        }
    }
}
