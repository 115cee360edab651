package muster.linkage.bench;

/** Numbers of the synthetic ranges that pass the check, one after another: 999 first, then downwards from 998. */
final class NumberSeries {

    private static final int OF_A_RANGE = 1_000_000;
    private static final int FIRST_RANGE = 999;

    private int serial = 1;

    String next() {
        while (true) {
            int current = serial++;
            String nine = "%03d%06d".formatted(FIRST_RANGE - current / OF_A_RANGE, current % OF_A_RANGE);
            int sum = 0;
            for (int i = 0; i < nine.length(); i++) {
                sum += (10 - i) * (nine.charAt(i) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return nine + check;
            }
        }
    }
}
