package muster.publish.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistWorkbookTest {

    private static final List<String> HEADERS = List.of(
            "Case ref",
            "Priority",
            "Due by",
            "Days open",
            "What is missing",
            "Child",
            "NHS number",
            "Date of birth",
            "Age",
            "Last known address",
            "Postcode",
            "Last known GP practice",
            "HV team",
            "Why it is on the list",
            "What happened",
            "Look again on",
            "Close because",
            "Worked by",
            "Notes",
            "Row key");
    private static final int KEY_COLUMN = 19;

    @TempDir
    Path temporary;

    private final List<IssuedKey> issued = new ArrayList<>();

    @Test
    void sheetsStandInTheirOrderAndListsIsOutOfSight() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(30)))) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("Worklist", "Baseline", "Details", "Instructions", "Lists");
            assertThat(workbook.getSheetVisibility(4)).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void bothCaseSheetsHaveExactlyTheTwentyHeadersInRowFour() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(30)))) {
            for (String name : List.of("Worklist", "Baseline")) {
                XSSFSheet sheet = workbook.getSheet(name);
                assertThat(texts(sheet.getRow(3))).isEqualTo(HEADERS);
                assertThat(sheet.isColumnHidden(KEY_COLUMN)).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 4);
                assertThat(sheet.getPaneInformation().getVerticalSplitPosition())
                        .isEqualTo((short) 2);
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:T");
                assertThat(IntStream.range(0, KEY_COLUMN)
                                .map(column -> sheet.getColumnWidth(column) / 256)
                                .sum())
                        .as("the width that A3 still prints legibly")
                        .isEqualTo(302);
            }
            assertThat(workbook.getSheet("Worklist").getLastRowNum()).isEqualTo(3 + 20);
            assertThat(workbook.getSheet("Baseline").getLastRowNum()).isEqualTo(3 + 10);
            assertThat(workbook.getSheet("Details").getLastRowNum()).isEqualTo(3 + 30);
        }
    }

    @Test
    void dropDownsPointAtNamedRangesWithWordsAndCodes() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(6)))) {
            XSSFSheet sheet = workbook.getSheet("Worklist");
            assertThat(listAt(workbook, sheet, 14))
                    .hasSize(12)
                    .contains("Appointment made")
                    .doesNotContain("");
            assertThat(listAt(workbook, sheet, 16))
                    .hasSize(15)
                    .contains("Not ours")
                    .doesNotContain("");
            int row = listAt(workbook, sheet, 14).indexOf("Appointment made") + 1;
            assertThat(workbook.getSheet("Lists").getRow(row).getCell(1).getStringCellValue())
                    .isEqualTo("appointment-made");
        }
    }

    @Test
    void factsRefuseTypingAndStaffColumnsDoNot() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(6)))) {
            List<String> refused = workbook.getSheet("Worklist").getDataValidations().stream()
                    .filter(rule ->
                            "FALSE".equals(rule.getValidationConstraint().getFormula1()))
                    .map(rule -> rule.getRegions().getCellRangeAddress(0).formatAsString())
                    .toList();
            assertThat(refused).containsExactlyInAnyOrder("A5:N8", "T5:T8");
            assertThat(workbook.getSheet("Worklist")
                            .getRow(4)
                            .getCell(0)
                            .getCellStyle()
                            .getLocked())
                    .isFalse();
            assertThat(workbook.getSheet("Worklist")
                            .getRow(3)
                            .getCell(0)
                            .getCellStyle()
                            .getLocked())
                    .isTrue();
            assertThat(workbook.getSheet("Worklist").isSortLocked()).isFalse();
            assertThat(workbook.getSheet("Worklist").isAutoFilterLocked()).isFalse();
            assertThat(workbook.getSheet("Worklist").getProtect()).isTrue();
        }
    }

    @Test
    void datesAreDatesAndNumbersOfPeopleAreText() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(6)))) {
            Row row = workbook.getSheet("Worklist").getRow(4);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
            assertThat(row.getCell(6).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(6).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(row.getCell(6).getStringCellValue()).matches("999 00\\d \\d{4}");
        }
    }

    @Test
    void textThatCouldBeAFormulaStaysText() throws IOException {
        WorklistRow harmless = InventedWorklist.row(1, false, false);
        WorklistRow hostile = withAddress(harmless, "=HYPERLINK(\"http://example.invalid\",\"x\")");
        try (XSSFWorkbook workbook = open(write(List.of(hostile)))) {
            XSSFCell cell = workbook.getSheet("Worklist").getRow(4).getCell(9);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(workbook.getSheet("Worklist")
                            .getRow(4)
                            .getCell(0)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isFalse();
        }
        assertThat(List.of("+44", "-1", "@x", "\tx", "\rx", "  =1", "＝1")).allMatch(FormulaText::isRisky);
        assertThat(List.of("", "O'Neill", "4 Mill Lane", "a=b")).noneMatch(FormulaText::isRisky);
    }

    @Test
    void keysAreUniqueAndToldToTheCaller() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(300)))) {
            List<String> written = new ArrayList<>();
            for (String name : List.of("Worklist", "Baseline")) {
                XSSFSheet sheet = workbook.getSheet(name);
                for (int row = 4; row <= sheet.getLastRowNum(); row++) {
                    written.add(sheet.getRow(row).getCell(KEY_COLUMN).getStringCellValue());
                }
            }
            assertThat(written)
                    .hasSize(300)
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.matches("[A-Z2-7]{12}"))
                    .isEqualTo(issued.stream().map(IssuedKey::rowKey).toList());
        }
    }

    @Test
    void rowsAreColouredByFixedDatesAndTheFirstRuleWins() throws IOException {
        try (XSSFWorkbook workbook = open(write(InventedWorklist.rows(6)))) {
            XSSFSheet sheet = workbook.getSheet("Worklist");
            var formatting = sheet.getSheetConditionalFormatting().getConditionalFormattingAt(0);
            assertThat(formatting.getFormattingRanges()[0].formatAsString()).isEqualTo("A5:N8");
            assertThat(IntStream.range(0, 3).mapToObj(formatting::getRule).toList())
                    .allMatch(rule -> rule.getStopIfTrue() && rule.getFormula1().contains("DATE(2027,1,1"));
        }
    }

    @Test
    void theSameListGivesTheSameBytesAndNoTemporaryFileStays() throws IOException {
        byte[] first = write(InventedWorklist.rows(250));
        byte[] second = write(InventedWorklist.rows(250));
        assertThat(first).isEqualTo(second);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theNamedHoldersFileSaysNothingAboutWhereAChildIs() throws IOException {
        WorklistRow row = InventedWorklist.row(6, false, true);
        byte[] file = write(InventedWorklist.header(true), List.of(row));
        String everything = unpacked(file);
        assertThat(everything)
                .doesNotContain(
                        row.lastKnownAddress(),
                        row.postcode(),
                        row.hvTeam(),
                        row.practiceName(),
                        row.practiceCode(),
                        row.telephone(),
                        row.motherName(),
                        row.motherNhsNumber(),
                        row.reason(),
                        row.personGivenName(),
                        "Last known address",
                        "Postcode",
                        "HV team",
                        "Last known GP practice")
                .contains(
                        "Contact the failsafe lead",
                        "<t>S, " + row.personGivenName().charAt(0) + "</t>");
        try (XSSFWorkbook workbook = open(file)) {
            assertThat(texts(workbook.getSheet("Worklist").getRow(3)))
                    .containsExactly(
                            "Case ref",
                            "Priority",
                            "Due by",
                            "Days open",
                            "What is missing",
                            "Child",
                            "NHS number",
                            "Why it is on the list",
                            "What happened",
                            "Look again on",
                            "Close because",
                            "Worked by",
                            "Notes",
                            "Row key");
        }
    }

    @Test
    void restrictedRecordsAndOthersNeverShareAFile() {
        List<WorklistRow> restricted = List.of(InventedWorklist.row(1, false, true));
        assertThatThrownBy(() -> write(restricted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("restricted");
        assertThatThrownBy(() -> write(InventedWorklist.header(true), InventedWorklist.rows(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        List<WorklistRow> rows = InventedWorklist.rows(6);
        Collections.swap(rows, 0, 1);
        assertThatThrownBy(() -> write(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of order");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anEmptyListSaysSo() throws IOException {
        try (XSSFWorkbook workbook = open(write(List.of()))) {
            assertThat(workbook.getSheet("Worklist").getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo("No children are on this list today.");
            assertThat(workbook.getSheet("Worklist").getLastRowNum()).isEqualTo(4);
        }
    }

    private byte[] write(List<WorklistRow> rows) throws IOException {
        return write(InventedWorklist.header(false), rows);
    }

    private byte[] write(WorklistHeader header, List<WorklistRow> rows) throws IOException {
        issued.clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorklistWorkbook writer = new WorklistWorkbook(InventedWorklist.reasons(), InventedWorklist.KEY, temporary);
        assertThat(writer.write(header, rows.iterator(), issued::add, out)).isEqualTo(rows.size());
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    private static List<String> listAt(XSSFWorkbook workbook, XSSFSheet sheet, int column) {
        DataValidation rule = sheet.getDataValidations().stream()
                .filter(candidate ->
                        candidate.getRegions().getCellRangeAddress(0).isInRange(4, column))
                .findFirst()
                .orElseThrow();
        String range =
                workbook.getName(rule.getValidationConstraint().getFormula1()).getRefersToFormula();
        AreaReference area = new AreaReference(range, workbook.getSpreadsheetVersion());
        return Arrays.stream(area.getAllReferencedCells())
                .map(cell -> workbook.getSheet(cell.getSheetName())
                        .getRow(cell.getRow())
                        .getCell(cell.getCol())
                        .getStringCellValue())
                .toList();
    }

    private static String unpacked(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static WorklistRow withAddress(WorklistRow row, String address) {
        return new WorklistRow(
                row.caseId(),
                row.caseRef(),
                row.baseline(),
                row.restricted(),
                row.severity(),
                row.actionByDate(),
                row.raisedDate(),
                row.typeCode(),
                row.missingName(),
                row.personFamilyName(),
                row.personGivenName(),
                row.nhsNumber(),
                row.personBirthDate(),
                address,
                row.postcode(),
                row.practiceCode(),
                row.practiceName(),
                row.hvTeam(),
                row.reason(),
                row.telephone(),
                row.schoolName(),
                row.motherName(),
                row.motherNhsNumber(),
                row.incompleteElements(),
                row.incrementNo(),
                row.escalationLevel(),
                row.lastActions());
    }
}
