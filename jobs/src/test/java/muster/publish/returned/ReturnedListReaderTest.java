package muster.publish.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import muster.publish.returned.ReturnRefusedException.Refusal;
import muster.publish.worklist.InventedOwnerList;
import muster.publish.worklist.InventedReview;
import muster.publish.worklist.IssuedReviewKey;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as they come back: sorted, cut, filled in, saved as CSV, tampered with, and meant to do harm. */
class ReturnedListReaderTest {

    private static final String ANSWER = "Same child?";
    private static final String BY = "Answered by";
    private static final String WHY = "Reason / notes";
    private static final int HEADER = 3;
    private static final int ANSWER_COLUMN = 13;
    private static final int KEY_COLUMN = 16;
    private static final ReturnLimits LIMITS = new ReturnLimits(20_000_000, 100_000_000, 50_000);

    @TempDir
    private Path folder;

    private final List<IssuedReviewKey> issued = new ArrayList<>();
    private byte[] sent;

    @BeforeEach
    void list() {
        sent = InventedReview.workbook(folder, 5, issued::add);
    }

    @Test
    void anUntouchedListSaysNothingAndItsFactsAreThoseSent() throws Exception {
        ReturnedList list = read(sent);
        assertThat(list.outputId()).isEqualTo("review");
        assertThat(list.rows()).hasSize(5).allMatch(ReturnedList.Row::untouched);
        assertThat(list.rows()).extracting(ReturnedList.Row::key).containsExactlyElementsOf(keys());
        assertThat(list.rows())
                .extracting(ReturnedList.Row::factsDigest)
                .containsExactlyElementsOf(
                        issued.stream().map(IssuedReviewKey::factsDigest).toList());
    }

    @Test
    void whatStaffFilledInIsReadWhateverTheOrderOfRowsAndTheNameOfTheSheet() throws Exception {
        ReturnedList list = read(changed(workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            answer(sheet.getRow(HEADER + 1), "Same child", " KH ", "the mother rang");
            answer(sheet.getRow(HEADER + 4), "Different children", "KH", "twins");
            sheet.removeRow(sheet.getRow(HEADER + 2));
            swap(sheet.getRow(HEADER + 1), sheet.getRow(HEADER + 5));
            workbook.setSheetName(0, "Copy of list");
            workbook.setSheetOrder("Copy of list", 1);
        }));
        assertThat(list.rows()).extracting(ReturnedList.Row::key).hasSize(4).doesNotContain(keys().get(1));
        ReturnedList.Row first = row(list, keys().get(0));
        assertThat(first.answer(ANSWER)).isEqualTo("Same child");
        assertThat(first.answer(BY)).isEqualTo("KH");
        assertThat(first.answer(WHY)).isEqualTo("the mother rang");
        assertThat(first.number()).isEqualTo(HEADER + 5 + 1);
        assertThat(row(list, keys().get(3)).answer(ANSWER)).isEqualTo("Different children");
    }

    @Test
    void aFactChangedByHandIsToldByItsFingerprintAlone() throws Exception {
        ReturnedList list = read(changed(
                workbook -> workbook.getSheetAt(0).getRow(HEADER + 1).getCell(3).setCellValue("SOMEBODY, Else")));
        assertThat(list.rows().get(0).factsDigest()).isNotEqualTo(issued.get(0).factsDigest());
        assertThat(list.rows().get(1).factsDigest()).isEqualTo(issued.get(1).factsDigest());
    }

    @Test
    void aFormulaIsTheTextThatWasSavedAndIsNeverWorkedOut() throws Exception {
        ReturnedList list = read(parts(
                changed(workbook -> {
                    Cell cell = workbook.getSheetAt(0).getRow(HEADER + 1).getCell(ANSWER_COLUMN);
                    cell.setCellFormula("CONCATENATE(\"Same\",\" child\")");
                    cell.setCellValue("saved text");
                }),
                text -> text));
        assertThat(list.rows().get(0).answer(ANSWER)).isEqualTo("saved text");
    }

    @Test
    void aKeyThatWasDeletedOrCopiedIsHandedOnAsItIs() throws Exception {
        ReturnedList list = read(changed(workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            sheet.getRow(HEADER + 1).getCell(KEY_COLUMN).setBlank();
            sheet.getRow(HEADER + 2).getCell(KEY_COLUMN).setCellValue(keys().get(2));
        }));
        assertThat(list.rows().get(0).key()).isEmpty();
        assertThat(list.rows().get(1).key()).isEqualTo(list.rows().get(2).key());
    }

    @Test
    void aListSavedAsCsvIsReadTitleLinesAndAll() throws Exception {
        for (String separator : List.of(",", ";")) {
            byte[] csv = csv(separator, "Same child", "KH", "a \"red\" book" + separator + " seen");
            ReturnedList list = read(csv);
            assertThat(row(list, keys().get(0)).answer(WHY)).isEqualTo("a \"red\" book" + separator + " seen");
            assertThat(list.rows())
                    .extracting(ReturnedList.Row::factsDigest)
                    .containsExactlyElementsOf(
                            issued.stream().map(IssuedReviewKey::factsDigest).toList());
        }
    }

    @Test
    void anotherListIsKnownForWhatItIs() throws Exception {
        assertThat(read(InventedReview.worklist(folder)).outputId()).startsWith("worklist");
    }

    @Test
    void listsThatAskForTheSameRepliesAreToldApartByTheirFacts() throws Exception {
        for (String list : List.of("gp-list", "hv-list", "owner-list")) {
            assertThat(read(InventedOwnerList.workbook(folder, list)).outputId())
                    .isEqualTo(list);
        }
    }

    @Test
    void whatIsNoListIsRefused() {
        refused("a,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8), Refusal.HEADER_MISMATCH);
        refused(new byte[0], Refusal.HEADER_MISMATCH);
        refused("PK no archive".getBytes(StandardCharsets.UTF_8), Refusal.WORKBOOK_INVALID);
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, Refusal.WORKBOOK_ENCRYPTED);
        refused(
                changed(workbook -> workbook.getSheetAt(0)
                        .getRow(HEADER)
                        .getCell(KEY_COLUMN)
                        .setCellValue("Key")),
                Refusal.HEADER_MISMATCH);
    }

    @Test
    void macrosAndLinksToOtherFilesAreRefused() throws IOException {
        refused(with("xl/vbaProject.bin", new byte[] {1, 2, 3}), Refusal.MACROS);
        refused(parts(sent, text -> text.replace("sheet.main+xml", "sheet.macroEnabled.main+xml")), Refusal.MACROS);
        refused(with("xl/externalLinks/externalLink1.xml", new byte[] {'<'}), Refusal.EXTERNAL_LINKS);
    }

    @Test
    void aDoctypeIsRefusedInWhateverPartAndLetters() throws IOException {
        String entity = "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        refused(parts(sent, text -> text.replaceFirst("<worksheet", entity + "<worksheet")), Refusal.XML_DTD_REFUSED);
        refused(with("xl/odd.xml", entity.getBytes(StandardCharsets.UTF_16LE)), Refusal.XML_DTD_REFUSED);
    }

    @Test
    void whatUnpacksBeyondTheLimitIsRefusedUnparsed() throws Exception {
        byte[] bomb = with("xl/media/image1.png", new byte[3_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        Path file = Files.write(folder.resolve("bomb"), bomb);
        ReturnedListReader small =
                new ReturnedListReader(InventedReview.outputs(), new ReturnLimits(100_000, 2_000_000, 50_000));
        assertThatThrownBy(() -> small.read(file))
                .isInstanceOfSatisfying(ReturnRefusedException.class, e -> assertThat(e.refusal())
                        .isEqualTo(Refusal.LIMIT_EXCEEDED));
        ReturnedListReader fewRows =
                new ReturnedListReader(InventedReview.outputs(), new ReturnLimits(100_000, 20_000_000, 4));
        Path list = Files.write(folder.resolve("list"), sent);
        assertThatThrownBy(() -> fewRows.read(list))
                .isInstanceOfSatisfying(ReturnRefusedException.class, e -> assertThat(e.refusal())
                        .isEqualTo(Refusal.LIMIT_EXCEEDED));
    }

    @Test
    void theSameListIsTheSameBytes() {
        assertThat(InventedReview.workbook(folder, 5, key -> {})).isEqualTo(sent);
    }

    private List<String> keys() {
        return issued.stream().map(IssuedReviewKey::rowKey).toList();
    }

    private static ReturnedList.Row row(ReturnedList list, String key) {
        return list.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private ReturnedList read(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("returned"), bytes);
        return new ReturnedListReader(InventedReview.outputs(), LIMITS).read(file);
    }

    private void refused(byte[] bytes, Refusal why) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(ReturnRefusedException.class, e -> assertThat(e.refusal())
                        .isEqualTo(why));
    }

    private byte[] changed(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(Row row, String answer, String by, String why) {
        row.getCell(ANSWER_COLUMN).setCellValue(answer);
        row.getCell(ANSWER_COLUMN + 1).setCellValue(by);
        row.getCell(ANSWER_COLUMN + 2).setCellValue(why);
    }

    /** What sorting does: the cells of two rows change places. */
    private static void swap(Row one, Row other) {
        for (int column = 0; column <= KEY_COLUMN; column++) {
            String first = new DataFormatter().formatCellValue(one.getCell(column));
            String second = new DataFormatter().formatCellValue(other.getCell(column));
            one.getCell(column).setCellValue(second);
            other.getCell(column).setCellValue(first);
        }
    }

    /** The archive with each part's text rewritten. */
    private static byte[] parts(byte[] archive, UnaryOperator<String> rewrite) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write(rewrite.apply(text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private byte[] with(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(sent));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(in.readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** As a spreadsheet program saves the sheet: cells as shown. */
    private byte[] csv(String separator, String answer, String by, String why) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent))) {
            Sheet sheet = workbook.getSheetAt(0);
            answer(sheet.getRow(HEADER + 1), answer, by, why);
            for (int number = 0; number <= sheet.getLastRowNum(); number++) {
                Row row = sheet.getRow(number);
                for (int column = 0; column <= KEY_COLUMN; column++) {
                    String cell = row == null ? "" : new DataFormatter().formatCellValue(row.getCell(column));
                    text.append(column == 0 ? "" : separator)
                            .append('"')
                            .append(cell.replace("\"", "\"\""))
                            .append('"');
                }
                text.append("\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
