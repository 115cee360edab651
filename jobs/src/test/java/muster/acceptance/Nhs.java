package muster.acceptance;

/** NHS numbers for invented people, from the specification of the check digit alone. */
final class Nhs {

    private static final int FIRST_STEM = 999_040_000;
    private static int next = FIRST_STEM;

    private Nhs() {}

    /** The next valid number that nobody in this test run has. */
    static synchronized String next() {
        while (true) {
            int stem = next++;
            int check = check(stem);
            if (check < 10) {
                return "%09d%d".formatted(stem, check);
            }
        }
    }

    /** The number with its last digit made wrong. */
    static String broken(String number) {
        int last = number.charAt(9) - '0';
        return number.substring(0, 9) + (last + 1) % 10;
    }

    private static int check(int stem) {
        String digits = "%09d".formatted(stem);
        int sum = 0;
        for (int at = 0; at < 9; at++) {
            sum += (10 - at) * (digits.charAt(at) - '0');
        }
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check;
    }
}
