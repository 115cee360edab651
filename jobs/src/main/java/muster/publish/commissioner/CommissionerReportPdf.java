package muster.publish.commissioner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/**
 * Lays a {@link CommissionerReport} out as a tagged A4 PDF. The template is compiled once from the class path; the same
 * report gives the same bytes every time (reports 0.11).
 */
public final class CommissionerReportPdf {
    private static final String TEMPLATE = "/report-templates/commissioner-report/commissioner-report.jrxml";

    private final JasperReport template;

    /** Compiles the template, which takes a second or two; keep the instance for a whole release. */
    public CommissionerReportPdf() {
        try (InputStream source = CommissionerReportPdf.class.getResourceAsStream(TEMPLATE)) {
            template = JasperCompileManager.compileReport(source);
        } catch (JRException e) {
            throw new IllegalStateException("the commissioner report's template does not compile", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the report into a folder, under {@link CommissionerReport#fileName()}, by way of a {@code .part} file.
     *
     * @return the file written
     */
    public Path write(CommissionerReport report, Path folder) {
        try {
            Path part = folder.resolve(report.fileName() + ".part");
            Files.write(part, render(report));
            return Files.move(part, folder.resolve(report.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report as PDF bytes. */
    public byte[] render(CommissionerReport report) {
        try {
            JasperPrint print = JasperFillManager.fillReport(template, parameters(report), new JREmptyDataSource());
            requireNothingCut(print);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            JRPdfExporter exporter = new JRPdfExporter();
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
            exporter.setConfiguration(configuration(report));
            exporter.exportReport();
            return FinishedPdf.of(pdf.toByteArray(), report.context().runDate());
        } catch (JRException e) {
            throw new IllegalStateException("the commissioner report could not be laid out: " + report.fileName(), e);
        }
    }

    /** No word of the page may be cut (check R14); the layout engine notes where it had to stop. */
    private static void requireNothingCut(JasperPrint print) {
        print.getPages().forEach(page -> requireNothingCut(page.getElements()));
    }

    private static void requireNothingCut(List<JRPrintElement> elements) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintFrame frame) {
                requireNothingCut(frame.getElements());
            } else if (element instanceof JRPrintText text && text.getTextTruncateIndex() != null) {
                throw new IllegalStateException("text does not fit its place in the report: " + text.getFullText());
            }
        }
    }

    private static SimplePdfExporterConfiguration configuration(CommissionerReport report) {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage("en-GB");
        configuration.setMetadataTitle(report.title());
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor(report.context().serviceName());
        configuration.setMetadataSubject(
                "Commissioner report, " + report.context().marking());
        configuration.setMetadataCreator("Muster");
        return configuration;
    }

    private static Map<String, Object> parameters(CommissionerReport report) {
        ReportContext context = report.context();
        Map<String, Object> values = new HashMap<>();
        values.put("service", context.serviceName() + "  |  Commissioner report");
        values.put("status", context.marking() + "  |  " + report.status());
        values.put("title", report.title());
        values.put("description", report.areaDescription());
        values.put("lead", report.lead().get(0));
        values.put(
                "leadMore",
                String.join(" ", report.lead().subList(1, report.lead().size())));
        values.put("stripHeading", report.stripHeading());
        values.put("key", report.key());
        values.put("hasActions", !report.actions().isEmpty());
        values.put("footer", footer(report));
        values.put("headlines", rows(report.headlines(), CommissionerReportPdf::headline));
        values.put("actions", rows(report.actions(), CommissionerReportPdf::action));
        values.put("firstPage", rows(report.firstPage(), CommissionerReportPdf::coverage));
        values.put("allMeasures", rows(report.allMeasures(), CommissionerReportPdf::coverage));
        values.put("notes", rows(report.notes(), note -> Map.of("heading", note.heading(), "text", note.text())));
        return values;
    }

    private static String footer(CommissionerReport report) {
        ReportContext context = report.context();
        return "%s   Run %s   Definitions %s   Report %s %s %s v%d"
                .formatted(
                        context.marking(),
                        context.runId(),
                        context.definitionVersion(),
                        report.area().key().type(),
                        report.area().key().code(),
                        context.period().code(),
                        context.reportVersion());
    }

    private interface Row<T> {
        Map<String, ?> of(T item);
    }

    private static <T> JRDataSource rows(List<T> items, Row<T> row) {
        List<Map<String, ?>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(row.of(item)));
        return new JRMapCollectionDataSource(rows);
    }

    private static Map<String, ?> headline(HeadlineCount count) {
        return Map.of("label", count.label(), "value", count.value(), "detail", count.detail());
    }

    private static Map<String, ?> action(ActionRow action) {
        return Map.of("action", action.action(), "who", action.who(), "children", action.children());
    }

    private static Map<String, ?> coverage(CoverageRow row) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("measure", row.measure());
        cells.put("definition", row.definition());
        cells.put("view", row.view());
        cells.put("covered", row.covered());
        cells.put("eligible", row.eligible());
        cells.put("coverage", row.coverage());
        cells.put("interval", row.interval());
        cells.put("threshold", row.threshold());
        cells.put("toReach", row.toReach());
        // A row without a picture shows in its place the shorthand that stands for the coverage.
        cells.put(
                "alternative",
                row.strip() == null ? row.coverage() : row.strip().alternative());
        if (row.strip() != null) {
            cells.put("strip", SimpleDataRenderer.getInstance(row.strip().svg().getBytes(StandardCharsets.UTF_8)));
        }
        return cells;
    }
}
