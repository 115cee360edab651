package muster.synthetic;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import muster.synthetic.Geography.Practice;

/**
 * Whole lists of the practices that send the national list format instead of a registration list ({@code feeds.md} 4.1): two
 * lines a patient, the practice in the file's name alone. Grown-ups stand on them too, and intake leaves those out.
 */
final class Gpr4Files implements Closeable {
    private static final String FIRST_LINE = "503\\*";
    private static final int POSTCODE_WIDTH = 8;
    private static final int WIDEST = 35;
    private static final int GROWN_UPS = 2;
    private static final int GROWN_UP_RECORDS_FROM = 9_000_000;
    private static final int STRANGERS_FROM = 15_000;

    private final Path folder;
    private final LocalDate date;
    private final LocalDate asAt;
    private final Geography geography;
    private final Truth truth;
    private final Map<String, PracticeList> lists = new TreeMap<>();

    /** One practice's open list. */
    private static final class PracticeList {
        private final String name;
        private final BufferedWriter writer;
        private final Practice practice;
        private int lines = 1;
        private int unchanged;

        PracticeList(Path folder, String name, Practice practice) throws IOException {
            this.name = name;
            this.practice = practice;
            Files.createDirectories(folder);
            writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.US_ASCII);
            writer.write(FIRST_LINE + "\n");
        }

        /** Writes the two lines of a patient; the number of the first. */
        int patient(String one, String two) throws IOException {
            writer.write(one + "\n" + two + "\n");
            lines += 2;
            return lines - 1;
        }
    }

    Gpr4Files(Path nightFolder, LocalDate date, Geography geography, Truth truth) throws IOException {
        this.folder = nightFolder.resolve("gp-gpr4");
        this.date = date;
        this.asAt = date.minusDays(1);
        this.geography = geography;
        this.truth = truth;
        for (Practice practice : geography.practices) {
            if (geography.sendsList(practice)) {
                lists.put(practice.code(), new PracticeList(folder, fileName(practice), practice));
            }
        }
    }

    /** The month as a letter from A, the day as a digit and then a letter from A. */
    private String fileName(Practice practice) {
        char month = (char) ('A' + asAt.getMonthValue() - 1);
        int day = asAt.getDayOfMonth();
        char dayOfMonth = (char) (day < 10 ? '0' + day : 'A' + day - 10);
        return "%s_GPR4%s1.%c%cA".formatted(practice.code(), cipher(practice), month, dayOfMonth);
    }

    private String cipher(Practice practice) {
        return geography.icbOf(practice.authority()).code();
    }

    /** Lists the child where one of these practices has it. */
    void write(Child child, World before, World now) throws IOException {
        for (GpRow row : now.gp) {
            PracticeList list = lists.get(row.practice().code());
            if (list != null && row.open()) {
                put(list, row.who(), row.address(), recordNumber(row));
                list.unchanged += before.gp.contains(row) ? 1 : 0;
            }
        }
    }

    /** The number of a patient on these lists: the child's place in the population, from 1. */
    static int recordNumber(GpRow row) {
        return Integer.parseInt(row.localId().substring(row.practice().code().length() + 1)) + 1;
    }

    private int put(PracticeList list, Who who, Address address, int record) throws IOException {
        String one = String.join(
                "~",
                "DOW",
                "1",
                "9999999,G1",
                cipher(list.practice),
                FeedFile.basic(asAt),
                "1930",
                Integer.toString(record),
                who.nhs(),
                plain(who.family()),
                plain(who.given()),
                "",
                who.gender() == 1 ? "MASTER" : "MISS",
                Integer.toString(who.gender()),
                FeedFile.basic(who.birth()),
                "",
                plain(address.line1()));
        String two = String.join(
                "~",
                "DOW",
                "2",
                "",
                plain(address.town()),
                plain(address.county()),
                padded(address.postcode()),
                "",
                "",
                "",
                "",
                "");
        return list.patient(one, two);
    }

    private static String padded(String postcode) {
        int space = postcode.indexOf(' ');
        return postcode.substring(0, space)
                + " ".repeat(POSTCODE_WIDTH - postcode.length() + 1)
                + postcode.substring(space + 1);
    }

    /** Capital letters without accents, as the format has no others. */
    static String plain(String text) {
        String bare = Normalizer.normalize(
                        text.replace("ı", "i").replace("Ø", "O").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9' -]", "");
        return bare.length() > WIDEST ? bare.substring(0, WIDEST) : bare;
    }

    /** Adds the grown-ups and closes the lists. */
    @Override
    public void close() throws IOException {
        int ordinal = 0;
        for (PracticeList list : lists.values()) {
            for (int i = 0; i < GROWN_UPS; i++) {
                ordinal++;
                Who who = new Who(
                        NhsNumbers.ofStranger(STRANGERS_FROM + ordinal),
                        "Grown",
                        "Up",
                        asAt.minusYears(30L + ordinal % 40).minusDays(ordinal),
                        1 + i);
                Address address = new Address(1 + i, geography.streets.get(0), list.practice.place());
                int line = put(list, who, address, GROWN_UP_RECORDS_FROM + ordinal);
                truth.row(date, list.name, line, "SKIPPED", "OUT_OF_SCOPE");
            }
            list.writer.close();
            truth.unchanged(date, list.name, list.unchanged);
        }
    }
}
