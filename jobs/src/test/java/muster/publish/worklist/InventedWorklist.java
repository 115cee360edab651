package muster.publish.worklist;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.definition.DefinitionLoader;
import muster.definition.Definitions;

/** Invented children and cases for the tests of this package; every name, place and number is made up. */
final class InventedWorklist {

    private static final Definitions SHIPPED = DefinitionLoader.load(null);

    static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    static final RowKey KEY = new RowKey("a secret of the tests".getBytes(StandardCharsets.UTF_8));

    private static final String[][] CASES = {
        {"1", "FS-104", "CHIS register", "Born 3 Jan; no child health record has been opened"},
        {
            "1",
            "FS-206",
            "Right NHS number",
            "The number on the register belongs to another child; two of four details differ"
        },
        {"2", "FS-102", "Health visiting caseload", "Born 3 Jan; no HV team has accepted; new birth visit due by 17 Jan"
        },
        {
            "2",
            "FS-101",
            "GP registration",
            "Moved in from Wales on 2 Dec; no GP registration found since then in any source"
        },
        {"3", "FS-108", "GP list agreement", "Practice list closed on 5 Dec; the family has not been given another"},
        {"3", "FS-101", "GP registration", "Removed from the practice list on 1 Dec at the family's request"},
    };
    private static final String[] GIVEN = {"Ava", "Idris", "Maja", "Theo", "Noor", "Leo", "Zoë", "Kwame", "Bríd", "Li"};
    private static final String[] STREETS = {
        "4 Mill Lane, Ashholm",
        "Flat 2, 19 Quay Street, Eastvale",
        "11 Fell View, Birkfield",
        "3 Station Road, Farlow",
        "27 Ings Way, Ings",
        "Flat 14, The Old Maltings, 102 Upper Dunmere Road, Dunmere, Northmere"
    };

    private InventedWorklist() {}

    static WorklistHeader header(boolean restricted) {
        return new WorklistHeader(
                "RXA",
                "Northmere CHIS",
                DAY,
                "2027-01-15",
                "OFFICIAL-SENSITIVE",
                "Demonstration",
                1,
                "2027.1",
                20_000,
                20_000,
                "18:00",
                "The failsafe desk of the service, in working hours",
                restricted,
                muster.publish.DataDates.none());
    }

    static WorklistReasons reasons() {
        return new WorklistReasons(
                DefinedReasons.responses(SHIPPED.codeList("response_reason")),
                DefinedReasons.closures(SHIPPED.codeList("closure_reason")),
                WorkingDays.without(Set.of(LocalDate.of(2027, 1, 1))));
    }

    /** So many cases in order, the last third of them from the first load. */
    static List<WorklistRow> rows(int count) {
        List<WorklistRow> rows = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            rows.add(row(number, number > count - count / 3, false));
        }
        rows.sort(WorklistRow.ORDER);
        return rows;
    }

    static WorklistRow row(int number, boolean baseline, boolean restricted) {
        String[] what = CASES[number % CASES.length];
        boolean baby = number % 3 == 0;
        return new WorklistRow(
                "case-" + number,
                CaseRef.of(number),
                baseline,
                restricted,
                Integer.parseInt(what[0]),
                DAY.plusDays(number % 12 - 2),
                DAY.minusDays(number % 40),
                what[1],
                what[2],
                "Sample",
                GIVEN[number % GIVEN.length],
                "99900" + String.format("%05d", number * 7),
                birth(number, baby),
                STREETS[number % STREETS.length],
                "NX" + (number % 9 + 1) + " 4AB",
                number % 4 == 0 ? null : "X810" + String.format("%02d", number % 90 + 10),
                number % 4 == 0 ? null : "Ashholm Surgery",
                number % 5 == 0 ? null : "Eastvale Central",
                what[3],
                "07700 900" + String.format("%03d", number),
                baby ? null : "Birkfield Primary School",
                baby ? "Sample, Ines" : null,
                baby ? "9990000018" : null,
                number % 2 == 0 ? "CF; SMA" : null,
                1 + number % 3,
                1,
                number % 4 == 1 ? "08/01/2027 KH: Appointment made\n02/01/2027 SD: No response" : null);
    }

    private static LocalDate birth(int number, boolean baby) {
        return baby ? DAY.minusDays(number * 3L) : DAY.minusDays(number * 150L);
    }
}
