package muster.feed;

/**
 * The NHS number: ten digits, the last of them a check digit by Modulus 11 ({@code feeds.md} 1.1).
 *
 * <p>Works on digits as bytes so that a feed of a million rows makes no objects; never prints a number.
 */
public final class NhsNumber {

    /** Digits of a number. */
    public static final int LENGTH = 10;

    private static final int MODULUS = 11;

    private NhsNumber() {}

    /** True when the text is ten digits whose check digit is right. */
    public static boolean isValid(CharSequence number) {
        if (number == null || number.length() != LENGTH) {
            return false;
        }
        byte[] digits = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            digits[i] = (byte) c;
        }
        return hasRightCheckDigit(digits, 0);
    }

    /** True when the ten ASCII digits at the offset end in their own check digit. */
    public static boolean hasRightCheckDigit(byte[] digits, int offset) {
        int check = checkDigit(digits, offset);
        return check >= 0 && digits[offset + LENGTH - 1] - '0' == check;
    }

    /**
     * The number that nine leading digits make, or null where they make none (their check value would be ten).
     *
     * @param nine a value from 0 to 999,999,999
     */
    public static String ofNine(long nine) {
        byte[] digits = new byte[LENGTH];
        long rest = nine;
        for (int i = LENGTH - 2; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int check = checkDigit(digits, 0);
        if (check < 0) {
            return null;
        }
        digits[LENGTH - 1] = (byte) ('0' + check);
        return new String(digits, java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The check digit of nine digits, or -1 where none exists. */
    private static int checkDigit(byte[] digits, int offset) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits[offset + i] - '0') * (LENGTH - i);
        }
        int check = MODULUS - sum % MODULUS;
        if (check == MODULUS) {
            return 0;
        }
        return check == LENGTH ? -1 : check;
    }
}
