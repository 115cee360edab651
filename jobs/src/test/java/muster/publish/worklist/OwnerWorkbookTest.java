package muster.publish.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of practices, health visiting providers and other owners, as reports 6 lays them out. */
class OwnerWorkbookTest {

    private static final int HEADER = 3;
    private static final DataFormatter SHOWN = new DataFormatter();

    @TempDir
    Path temporary;

    private final List<IssuedListKey> issued = new ArrayList<>();

    @Test
    void aPracticeSeesExactlyTheseColumns() throws IOException {
        try (XSSFWorkbook workbook = open("gp-list", true, InventedOwnerList.rows(2))) {
            assertThat(shown(workbook.getSheet("List").getRow(HEADER)))
                    .containsExactly(
                            "Case ref",
                            "Child",
                            "NHS number",
                            "Date of birth",
                            "What is due or missing",
                            "Since",
                            "Invitations recorded",
                            "What we ask",
                            "Reply",
                            "Reply date",
                            "Row key");
            assertThat(names(workbook)).containsExactly("List", "Instructions", "Lists");
            assertThat(workbook.getSheetVisibility(2)).isEqualTo(SheetVisibility.VERY_HIDDEN);
        }
    }

    @Test
    void aHealthVisitorSeesExactlyTheseColumns() throws IOException {
        try (XSSFWorkbook workbook = open("hv-list", true, InventedOwnerList.rows(1))) {
            assertThat(shown(workbook.getSheet("List").getRow(HEADER)))
                    .containsExactly(
                            "Case ref",
                            "Child",
                            "NHS number",
                            "Date of birth",
                            "Age",
                            "Address and postcode",
                            "GP practice",
                            "Contact due",
                            "Due from",
                            "Due by",
                            "Screening results not seen",
                            "What we ask",
                            "Reply",
                            "Reply date",
                            "Row key");
        }
    }

    /** Its case reference apart, whose check digit is invented there. */
    @Test
    void theExampleOfTheSpecificationIsWrittenLetterForLetter() throws IOException {
        OwnerRow row = InventedOwnerList.row(
                338,
                Map.of(
                        "person_birth_date",
                        LocalDate.of(2025, 1, 1),
                        "missing",
                        "MMR dose 1",
                        "since_date",
                        LocalDate.of(2026, 1, 1),
                        "offers",
                        2,
                        "last_offered_date",
                        LocalDate.of(2026, 11, 11)));
        try (XSSFWorkbook workbook = open("gp-list", true, List.of(row))) {
            assertThat(shown(workbook.getSheet("List").getRow(HEADER + 1)))
                    .startsWith(
                            "C-00338-4",
                            "SAMPLE, Leo",
                            "999 000 0069",
                            "01/01/2025",
                            "MMR dose 1",
                            "01/01/2026",
                            "2, last 11/11/2026",
                            "Invite",
                            "",
                            "");
        }
    }

    @Test
    void anArrivalIsMarkedAndAScreenIsSeenOrNotButNeverItsResult() throws IOException {
        OwnerRow birth = InventedOwnerList.row(
                1,
                Map.of(
                        "arrival",
                        "Birth",
                        "notified_date",
                        LocalDate.of(2027, 1, 13),
                        "missing",
                        "New birth visit",
                        "person_birth_date",
                        LocalDate.of(2027, 1, 12),
                        "blood_spot_seen",
                        false,
                        "hearing_seen",
                        true,
                        "address",
                        "4 Mill Lane, Ashholm",
                        "postcode",
                        "NX1 4AB"));
        try (XSSFWorkbook workbook = open("hv-list", true, List.of(birth))) {
            List<String> cells = shown(workbook.getSheet("List").getRow(HEADER + 1));
            assertThat(cells.get(4)).isEqualTo("3 days");
            assertThat(cells.get(5)).isEqualTo("4 Mill Lane, Ashholm, NX1 4AB");
            assertThat(cells.get(7)).isEqualTo("Birth, notified 13/01/2027\nNew birth visit");
            assertThat(cells.get(10)).isEqualTo("Blood spot not seen, hearing seen");
        }
    }

    @Test
    void ofAChildWhoLeftOnlyNameNumberAndBirthDateAreShown() throws IOException {
        Map<String, Object> nothing = new java.util.HashMap<>();
        nothing.put("missing", null);
        nothing.put("since_date", null);
        nothing.put("is_item", false);
        nothing.put("request", "Has deducted? Where to?");
        try (XSSFWorkbook workbook = open("gp-list", true, List.of(InventedOwnerList.row(1, nothing)))) {
            assertThat(shown(workbook.getSheet("List").getRow(HEADER + 1)).subList(1, 8))
                    .containsExactly(
                            "SAMPLE, Leo", "999 000 0069", "01/12/2025", "", "", "", "Has deducted? Where to?");
        }
    }

    @Test
    void repliesAreChosenFromTheListOfTheCodes() throws IOException {
        try (XSSFWorkbook workbook = open("gp-list", true, InventedOwnerList.rows(2))) {
            XSSFSheet sheet = workbook.getSheet("List");
            assertThat(choices(workbook, sheet, 8))
                    .containsExactly(
                            "Registered",
                            "Not our patient",
                            "Invited on",
                            "Given, date",
                            "Declined",
                            "Unable to contact");
            assertThat(rule(sheet, 9).getValidationConstraint().getFormula1()).isEqualTo("ISNUMBER(J5)");
            assertThat(rule(sheet, 0).getValidationConstraint().getFormula1()).isEqualTo("FALSE");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.isColumnHidden(10)).isTrue();
        }
    }

    @Test
    void whatTheFirstLoadFoundStandsOnASheetOfItsOwnAndComesLast() throws IOException {
        OwnerRow found = InventedOwnerList.row(3, Map.of("baseline", true));
        List<OwnerRow> rows = List.of(InventedOwnerList.row(1, Map.of()), found);
        try (XSSFWorkbook workbook = open("owner-list", true, rows)) {
            assertThat(names(workbook)).containsExactly("List", "Baseline", "Instructions", "Lists");
            assertThat(workbook.getSheet("Baseline").getLastRowNum()).isEqualTo(HEADER + 1);
            assertThat(shown(workbook.getSheet("Baseline").getRow(HEADER)))
                    .isEqualTo(shown(workbook.getSheet("List").getRow(HEADER)));
        }
        assertThat(issued).extracting(IssuedListKey::rowId).containsExactly("case-1", "case-3");
        List<OwnerRow> wrong = List.of(found, InventedOwnerList.row(1, Map.of()));
        assertThatThrownBy(() -> InventedOwnerList.write(temporary, "owner-list", true, wrong, issued::add))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyListSaysSo() throws IOException {
        assertThat(whenEmpty("gp-list", true)).isEqualTo("No children on your list this week");
        assertThat(whenEmpty("hv-list", true)).isEqualTo("No children on your list this week");
        assertThat(whenEmpty("hv-list", false)).startsWith("No young babies on your list today.");
    }

    @Test
    void everyListHasTheWordsThatItsScheduleNeeds() {
        for (String list : List.of("gp-list", "hv-list", "owner-list")) {
            boolean daily = InventedOwnerList.output(list).schedule().dailyUnderDays() != null;
            assertThat(InventedOwnerList.words(list)).containsKeys("how_to", "empty", "empty_but_baseline", "baseline");
            assertThat(InventedOwnerList.words(list).containsKey("empty_daily")).isEqualTo(daily);
        }
    }

    @Test
    void textThatCouldBeAFormulaStaysText() throws IOException {
        OwnerRow hostile = InventedOwnerList.row(1, Map.of("person_family_name", "=1+1"));
        try (XSSFWorkbook workbook = open("gp-list", true, List.of(hostile))) {
            var cell = workbook.getSheet("List").getRow(HEADER + 1).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aKeyIsOfThisListAloneAndTheSameRowTwiceIsRefused() throws IOException {
        open("gp-list", true, InventedOwnerList.rows(3)).close();
        open("owner-list", true, InventedOwnerList.rows(3)).close();
        assertThat(issued)
                .extracting(IssuedListKey::rowKey)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[A-Z2-7]{12}"));
        List<OwnerRow> twice = List.of(InventedOwnerList.row(1, Map.of()), InventedOwnerList.row(1, Map.of()));
        assertThatThrownBy(() -> InventedOwnerList.write(temporary, "gp-list", true, twice, issued::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same key");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theSameListIsTheSameBytes() {
        List<OwnerRow> rows = InventedOwnerList.rows(150);
        assertThat(InventedOwnerList.write(temporary, "hv-list", true, rows, issued::add))
                .isEqualTo(InventedOwnerList.write(temporary, "hv-list", true, rows, issued::add));
    }

    @Test
    void aColumnThatTheRowsLackIsRefused() {
        assertThatThrownBy(() -> InventedOwnerList.row(1, Map.of()).value("telephone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("telephone");
        assertThat(InventedOwnerList.row(1, Map.of()).toString()).isEqualTo("OwnerRow[1]");
    }

    private String whenEmpty(String list, boolean whole) throws IOException {
        try (XSSFWorkbook workbook = open(list, whole, List.of())) {
            return workbook.getSheet("List").getRow(HEADER + 1).getCell(0).getStringCellValue();
        }
    }

    private XSSFWorkbook open(String list, boolean whole, List<OwnerRow> rows) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(InventedOwnerList.write(temporary, list, whole, rows, issued::add)));
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    private static List<String> shown(Row row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(SHOWN.formatCellValue(cell)));
        return cells;
    }

    private static DataValidation rule(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .filter(rule -> rule.getRegions().getCellRangeAddress(0).isInRange(HEADER + 1, column))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> choices(XSSFWorkbook workbook, XSSFSheet sheet, int column) {
        String range = workbook.getName(
                        rule(sheet, column).getValidationConstraint().getFormula1())
                .getRefersToFormula();
        return java.util.Arrays.stream(
                        new AreaReference(range, workbook.getSpreadsheetVersion()).getAllReferencedCells())
                .map(cell -> workbook.getSheet(cell.getSheetName())
                        .getRow(cell.getRow())
                        .getCell(cell.getCol())
                        .getStringCellValue())
                .toList();
    }
}
