package muster.publish.run;

import static muster.publish.run.HtmlTable.Column.number;
import static muster.publish.run.HtmlTable.Column.text;
import static muster.publish.run.HtmlTable.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import muster.publish.outbox.PublishedFile;

/**
 * {@code run.html}: the night for operators, in one file that needs nothing from elsewhere, no script, and two
 * printed pages (reports.md 7.1). A section stands only where there is something to put in it.
 */
public final class RunHtml {

    private static final String STYLE = "/report-templates/run-report/run.css";
    /** Folders of which a night may write thousands of files: each is one line, and whom its files are for. */
    private static final Map<String, String> MANY =
            new TreeMap<>(Map.of("acknowledgements/", "each sender", "gp-lists/", "each practice"));

    private static final int SHORT_HASH = 8;
    private static final int MEBIBYTE = 1024 * 1024;

    private final RunReport report;
    private final StringBuilder html = new StringBuilder();

    private RunHtml(RunReport report) {
        this.report = report;
    }

    /** The whole page. */
    public static String of(RunReport report) {
        return new RunHtml(report).page();
    }

    private String page() {
        String title = "Failsafe run " + report.runId();
        html.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(title + ": " + report.verdict().words()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<p class=\"marking\">")
                .append(escape(report.marking() + " · " + report.serviceName()))
                .append("</p>\n<h1>")
                .append(escape(title))
                .append(report.baseline() ? ", first load" : "")
                .append("</h1>\n");
        verdict();
        feeds();
        freshness();
        rejects();
        children();
        exceptions();
        outputs();
        checks();
        steps();
        versions();
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void verdict() {
        html.append("<p class=\"verdict ")
                .append(report.verdict().name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(VerdictShape.svg(report.verdict()))
                .append(escape(report.verdict().words()))
                .append(report.verdict() == Verdict.NOT_COMPLETED ? ": lists not sent" : "")
                .append("</p>\n");
        if (report.doNow().isEmpty()) {
            html.append("<p><strong>Nothing to do.</strong></p>\n");
        } else {
            html.append("<h2>Do now</h2>\n");
            list(report.doNow(), "do-now");
        }
        List<String> wrong = report.sumsThatDoNotComeOut();
        if (!wrong.isEmpty()) {
            html.append("<h2>Sums that do not come out</h2>\n");
            list(wrong, "wrong");
        }
        if (!report.notices().isEmpty()) {
            html.append("<h2>Good to know</h2>\n");
            list(report.notices(), "notices");
        }
    }

    private void feeds() {
        if (report.files().isEmpty()) {
            return;
        }
        heading("Feeds");
        HtmlTable table = HtmlTable.open(
                html,
                "Files looked at tonight, and what became of their rows",
                text("File"),
                text("Feed"),
                text("Sender"),
                number("Read"),
                number("Applied"),
                number("Warned"),
                number("No change"),
                number("Other"),
                number("Rejected"),
                number("Rejected %"),
                text("State"));
        FeedRows.of(report.files())
                .forEach(row -> table.row(
                        row.name(),
                        row.feed(),
                        row.sender(),
                        row.read(),
                        row.applied(),
                        row.warned(),
                        row.noChange(),
                        row.other(),
                        row.rejected(),
                        row.rejectedPercent(),
                        row.state()));
        table.close();
    }

    /** One row for each feed, and one for each of its senders that is not fresh. */
    private void freshness() {
        if (report.feeds().isEmpty()) {
            return;
        }
        heading("Freshness");
        HtmlTable table = HtmlTable.open(
                html,
                "As-at date of each feed: nothing is concluded from a feed that did not come",
                text("Feed"),
                text("Sender"),
                text("As at"),
                text("State"),
                text("Stale since"),
                text("Held"));
        FreshnessRows.of(report.feeds())
                .forEach(row ->
                        table.row(row.feed(), row.sender(), row.asAt(), row.state(), row.staleSince(), row.held()));
        table.close();
    }

    private void rejects() {
        if (report.rejects().isEmpty()) {
            return;
        }
        heading("Rejects");
        HtmlTable table = HtmlTable.open(
                html,
                "Rows refused, by feed and reason",
                text("Feed"),
                text("Reason"),
                text("In words"),
                number("Rows"));
        report.rejects().forEach(line -> table.row(line.feed(), line.reasonCode(), line.words(), line.rows()));
        table.close();
    }

    private void children() {
        heading("Children and registers");
        html.append("<div class=\"side\">\n");
        HtmlTable buckets = HtmlTable.open(
                html,
                "Every child known stands in exactly one line",
                text("Where the child stands"),
                number("Children"));
        report.children().forEach((bucket, count) -> buckets.row(bucketInWords(bucket), count));
        buckets.total("Accounted for", report.conservation().accounted());
        buckets.total("Known", report.conservation().in());
        buckets.close();
        RegisterCounts counts = report.registers();
        if (counts != null) {
            HtmlTable table = HtmlTable.open(
                    html, "Children of the population on each register", text("Register"), number("Children"));
            table.row("GP list", counts.onGp())
                    .row("Health visiting caseload", counts.onHv())
                    .row("Child health register", counts.onChis())
                    .row("All three", counts.onAll())
                    .row("None of the three", counts.onNone())
                    .total("Population", counts.population())
                    .close();
        }
        html.append("</div>\n");
    }

    private void exceptions() {
        if (report.exceptions().isEmpty()) {
            return;
        }
        heading("Exceptions");
        HtmlTable table = HtmlTable.open(
                html,
                "Open cases by type: start + opened − closed = end",
                text("Code"),
                text("What is missing"),
                number("Open at start"),
                number("Opened"),
                number("Updated"),
                number("Closed"),
                number("Open at end"));
        report.exceptions()
                .forEach((code, line) -> table.row(
                        code, line.name(), line.start(), line.opened(), line.updated(), line.closed(), line.end()));
        ExceptionLine all = report.allExceptions();
        table.total("All", "", all.start(), all.opened(), all.updated(), all.closed(), all.end())
                .close();
    }

    private void outputs() {
        if (report.outputs().isEmpty()) {
            return;
        }
        heading("Outputs");
        HtmlTable table = HtmlTable.open(
                html,
                "Files published, each for one recipient",
                text("File"),
                text("For"),
                number("Rows"),
                number("Bytes"),
                text("SHA-256 begins"));
        for (PublishedFile file : report.outputs()) {
            if (MANY.keySet().stream().noneMatch(file.name()::startsWith)) {
                table.row(
                        file.name(),
                        file.recipient(),
                        file.rows(),
                        file.bytes(),
                        file.sha256().substring(0, SHORT_HASH));
            }
        }
        MANY.forEach((folder, recipients) -> {
            long files = report.outputs().stream()
                    .filter(file -> file.name().startsWith(folder))
                    .count();
            if (files > 0) {
                table.row(folder, recipients, files + " files", "", "see manifest.json");
            }
        });
        table.close();
    }

    private void checks() {
        if (report.checks().isEmpty()) {
            return;
        }
        heading("Checks");
        HtmlTable table = HtmlTable.open(
                html, "Automatic checks", text("Check"), text("What"), text("Result"), text("Value"), text("Limit"));
        report.checks()
                .forEach(check -> table.row(
                        check.id(), check.what(), resultInWords(check.result()), check.value(), check.limit()));
        table.close();
    }

    private void steps() {
        if (report.steps().isEmpty()) {
            return;
        }
        heading("Steps");
        html.append("<div class=\"side\">\n");
        int half = (report.steps().size() + 1) / 2;
        steps("Steps, first half", report.steps().subList(0, half));
        if (half < report.steps().size()) {
            steps(
                    "Steps, second half",
                    report.steps().subList(half, report.steps().size()));
        }
        html.append("</div>\n");
    }

    private void steps(String caption, List<StepLine> steps) {
        HtmlTable table = HtmlTable.open(html, caption, text("Step"), number("Seconds"), number("Rows"));
        steps.forEach(step -> table.row(step.name(), String.format(Locale.UK, "%.1f", step.seconds()), step.rows()));
        table.close();
    }

    private void versions() {
        heading("Versions");
        html.append("<dl>\n");
        report.versions().forEach(this::term);
        term("Definition files in force", Integer.toString(report.definitions().size()));
        term("Highest heap after a collection", report.peakHeapBytes() / MEBIBYTE + " MB");
        html.append("</dl>\n");
        if (!report.definitions().isEmpty()) {
            html.append("<details><summary>Definition files and their hashes</summary>\n");
            HtmlTable table = HtmlTable.open(html, "Definition files", text("File"), text("Hash"));
            report.definitions().forEach((file, hash) -> table.row(file, hash));
            table.close();
            html.append("</details>\n");
        }
    }

    private void term(String name, String value) {
        html.append("<dt>")
                .append(escape(name))
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd>\n");
    }

    private void heading(String words) {
        html.append("<h2>").append(escape(words)).append("</h2>\n");
    }

    private void list(List<String> items, String kind) {
        html.append("<ul class=\"").append(kind).append("\">\n");
        items.forEach(item -> html.append("<li>").append(escape(item)).append("</li>\n"));
        html.append("</ul>\n");
    }

    private static String bucketInWords(String bucket) {
        String words = bucket.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1).replace("england", "England");
    }

    private static String resultInWords(CheckLine.Result result) {
        return switch (result) {
            case PASSED -> "● Passed";
            case WARNING -> "▲ Warning";
            case FAILED -> "■ Failed";
        };
    }

    private static String style() {
        try (InputStream css = RunHtml.class.getResourceAsStream(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
