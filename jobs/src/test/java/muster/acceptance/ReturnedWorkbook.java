package muster.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A list as staff open it, fill it in and put it into the folder for returned lists. */
final class ReturnedWorkbook {

    private static final int HEADER_ROW = 3;
    private static final DataFormatter SHOWN = new DataFormatter();

    private final XSSFWorkbook workbook;
    private final Sheet sheet;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private ReturnedWorkbook(XSSFWorkbook workbook, Sheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
        for (Cell header : sheet.getRow(HEADER_ROW)) {
            columns.put(header.getStringCellValue(), header.getColumnIndex());
        }
    }

    static ReturnedWorkbook open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            XSSFWorkbook workbook = new XSSFWorkbook(in);
            return new ReturnedWorkbook(workbook, workbook.getSheetAt(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file, looked at by another sheet. */
    ReturnedWorkbook on(String name) {
        return new ReturnedWorkbook(workbook, workbook.getSheet(name));
    }

    /** The headers, in order. */
    List<String> headers() {
        return List.copyOf(columns.keySet());
    }

    /** What the sheet says below its headers where it has no rows. */
    String textBelowHeaders() {
        return SHOWN.formatCellValue(sheet.getRow(HEADER_ROW + 1).getCell(0));
    }

    /** What stands in a column of every row that has a key, from the top. */
    List<String> column(String header) {
        List<String> values = new ArrayList<>();
        for (Row row : rows()) {
            values.add(shown(row, header));
        }
        return values;
    }

    /** The value of one column in the row where another column holds a text. */
    String value(String where, String holds, String header) {
        return shown(find(where, holds), header);
    }

    /** Writes into the row where a column holds a text: header and value by turns. */
    ReturnedWorkbook fill(String where, String holds, String... headersAndValues) {
        Row row = find(where, holds);
        for (int index = 0; index < headersAndValues.length; index += 2) {
            row.getCell(columns.get(headersAndValues[index])).setCellValue(headersAndValues[index + 1]);
        }
        return this;
    }

    void into(Installation home, String name) {
        try {
            Path folder = Files.createDirectories(home.home().resolve("inbox/worked"));
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                workbook.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int number = HEADER_ROW + 1; number <= sheet.getLastRowNum(); number++) {
            Row row = sheet.getRow(number);
            if (row != null && !shown(row, "Row key").isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row find(String where, String holds) {
        return rows().stream()
                .filter(row -> shown(row, where).contains(holds))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + where + " holds what was looked for"));
    }

    private String shown(Row row, String header) {
        Cell cell = row.getCell(columns.get(header));
        return cell == null ? "" : SHOWN.formatCellValue(cell);
    }
}
