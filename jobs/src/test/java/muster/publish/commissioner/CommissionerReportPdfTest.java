package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PRIndirectReference;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.publish.disclosure.Releases;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader, a screen reader and a byte comparison meet it. */
class CommissionerReportPdfTest {
    private static final CommissionerReportPdf PDF = new CommissionerReportPdf();
    private static final Path GOLDEN = Path.of("report-templates/golden/commissioner-report.txt");

    @TempDir
    Path folder;

    @Test
    void readsAsTheGoldenText() throws IOException {
        assertThat(text(PDF.render(ExampleRelease.icb())))
                .as("if the change is meant, put this text into %s", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void isTheSameBytesEachTime() {
        assertThat(new String(PDF.render(ExampleRelease.icb()), StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(
                        new CommissionerReportPdf().render(ExampleRelease.icb()), StandardCharsets.ISO_8859_1));
    }

    @Test
    void isWrittenUnderItsNameAndLeavesNoPart() throws IOException {
        Path file = PDF.write(ExampleRelease.icb(), folder);

        assertThat(file).hasFileName("muster_commissioner-report_icb-nx1_2026-27-q1_2026-07-31_v1.pdf");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysItsLanguageTitleStructureAndAlternatives() throws IOException {
        PdfReader reader = new PdfReader(PDF.render(ExampleRelease.icb()));
        PdfDictionary catalog = reader.getCatalog();
        assertThat(reader.isRebuilt()).as("the table of offsets is wrong").isFalse();
        Structure structure = new Structure();
        structure.walk(catalog.getAsDict(PdfName.STRUCTTREEROOT).getDirectObject(PdfName.K));

        assertThat(catalog.getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("en-GB");
        assertThat(reader.getInfo().get("Title"))
                .isEqualTo("Northmere and Eastvale: children’s preventive care, April to June 2026");
        assertThat(structure.tags)
                .containsExactlyInAnyOrder("Document", "H1", "H2", "Table", "TR", "TH", "TD", "Figure", "P");
        assertThat(structure.alternatives)
                .contains("87.5%, 95% interval 86.7 to 88.2, threshold 95%, not met")
                .hasSize(5);
        assertThat(reader.getNumberOfPages()).isEqualTo(2);
    }

    @Test
    void embedsEveryFont() throws IOException {
        PdfReader reader = new PdfReader(PDF.render(ExampleRelease.icb()));
        int fonts = 0;
        for (int i = 1; i < reader.getXrefSize(); i++) {
            if (reader.getPdfObject(i) instanceof PdfDictionary font
                    && new PdfName("FontDescriptor").equals(font.getAsName(PdfName.TYPE))) {
                assertThat(font.contains(new PdfName("FontFile2"))).isTrue();
                assertThat(font.getAsName(new PdfName("FontName")).toString()).contains("LiberationSans");
                fonts++;
            }
        }
        assertThat(fonts).isEqualTo(2);
    }

    @Test
    void cutsNoLongNameAndTakesNoMarkup() throws IOException {
        String name =
                "Bath and North East Somerset, Swindon, Wiltshire and the Isles beyond the Long Water <b>&amp;</b>";
        PublishedMeasure measure = new PublishedMeasure(
                "COVER-24M-AVERYLONGIDENTIFIERWITHOUTABREAK",
                12,
                "Neonatal hepatitis B at 24 months, all six doses or four under the earlier schedule, mothers tested",
                "",
                null,
                null,
                true,
                1);
        ControlledMeasures measures = ControlledMeasures.of(
                Releases.profile("commissioner"),
                List.of(MeasureCell.counted(measure, "RESP", ExampleRelease.ICB, 1_234_567, 2_345_678)),
                List.of(),
                List.of());
        byte[] pdf = PDF.render(new CommissionerReports(measures, ExampleRelease.context(), ExampleRelease.children())
                .of(new ReportArea(ExampleRelease.ICB, name)));

        String flat = text(pdf).replaceAll("\\s+", "");
        assertThat(flat)
                .contains(
                        name.replace(" ", ""),
                        measure.name().replace(" ", ""),
                        measure.measureId(),
                        "1,234,567",
                        "2,345,678");
    }

    @Test
    void refusesATemplateThatReachesForTheMachine() {
        String template = """
                <jasperReport name="x" language="java" pageWidth="100" pageHeight="100" columnWidth="80" leftMargin="10"
                    rightMargin="10" topMargin="10" bottomMargin="10">
                  <title height="20"><element kind="textField" x="0" y="0" width="80" height="10" fontName="Liberation Sans">
                    <expression><![CDATA["" + Runtime.getRuntime().availableProcessors()]]></expression>
                  </element></title>
                </jasperReport>
                """;

        assertThatThrownBy(() -> JasperFillManager.fillReport(
                        JasperCompileManager.compileReport(
                                new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8))),
                        null,
                        new JREmptyDataSource()))
                .hasRootCauseMessage("Class java.lang.Runtime is not visible to reports.");
    }

    private static String text(byte[] pdf) throws IOException {
        PdfTextExtractor extractor = new PdfTextExtractor(new PdfReader(pdf));
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= 2; page++) {
            extractor
                    .getTextFromPage(page)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    /** Tags and alternative texts of a structure tree. */
    private static final class Structure {
        private final Set<String> tags = new HashSet<>();
        private final List<String> alternatives = new ArrayList<>();

        void walk(PdfObject node) {
            PdfObject direct = node instanceof PRIndirectReference ? PdfReader.getPdfObject(node) : node;
            if (direct instanceof PdfArray kids) {
                for (int i = 0; i < kids.size(); i++) {
                    walk(kids.getDirectObject(i));
                }
            } else if (direct instanceof PdfDictionary element && element.getAsName(PdfName.S) != null) {
                tags.add(element.getAsName(PdfName.S).toString().substring(1));
                PdfString alternative = element.getAsString(new PdfName("Alt"));
                if (alternative != null) {
                    alternatives.add(alternative.toUnicodeString());
                }
                if (element.getDirectObject(PdfName.K) != null) {
                    walk(element.getDirectObject(PdfName.K));
                }
            }
        }
    }
}
