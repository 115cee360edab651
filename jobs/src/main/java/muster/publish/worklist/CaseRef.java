package muster.publish.worklist;

/**
 * What people call a case on the telephone: {@code C-00412-7}. The number runs on from case to case and comes from
 * no id; the last digit checks it by the Luhn method, which finds every single wrong digit and every swap of two
 * neighbours but 09 and 90 (reports.md 5.2).
 *
 * <p>The check digit, as arithmetic: from the right, every other digit of the number, beginning with the last one,
 * is doubled and its digits added (so 7 becomes 1 + 4 = 5); the check digit brings the sum of all to a multiple
 * of ten.
 */
public final class CaseRef {

    private static final String PATTERN = "C-\\d{5,}-\\d";
    private static final int BASE = 10;
    private static final int LARGEST_DIGIT = 9;

    private CaseRef() {}

    /**
     * The reference of a case.
     *
     * @param caseNumber running number, from 1
     * @throws IllegalArgumentException if the number is not positive
     */
    public static String of(long caseNumber) {
        if (caseNumber < 1) {
            throw new IllegalArgumentException("Case numbers run from 1");
        }
        return String.format("C-%05d-%d", caseNumber, checkDigit(caseNumber));
    }

    /** Whether a text has the form of a case reference and its check digit is right. */
    public static boolean isValid(String text) {
        if (text == null || !text.matches(PATTERN)) {
            return false;
        }
        int checkFrom = text.lastIndexOf('-');
        long number = Long.parseLong(text.substring(2, checkFrom));
        return text.substring(checkFrom + 1).equals(Integer.toString(checkDigit(number)));
    }

    private static int checkDigit(long number) {
        int sum = 0;
        boolean doubled = true;
        for (long rest = number; rest > 0; rest /= BASE) {
            int digit = (int) (rest % BASE);
            sum += doubled ? doubledDigit(digit) : digit;
            doubled = !doubled;
        }
        return (BASE - sum % BASE) % BASE;
    }

    private static int doubledDigit(int digit) {
        int twice = 2 * digit;
        return twice > LARGEST_DIGIT ? twice - LARGEST_DIGIT : twice;
    }
}
