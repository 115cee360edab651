package muster.publish.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import muster.publish.FeedDate;

/** {@code run.txt}: the night as plain text for a message, 72 columns, under 40 lines (reports.md 7.2). */
public final class RunText {

    private static final int COLUMNS = 72;
    private static final int LABEL_COLUMNS = 11;
    private static final int LONGEST_LIST = 5;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int MINUTES_IN_HOUR = 60;

    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private RunText(RunReport report) {
        this.report = report;
    }

    /** The whole text, each line ended by a line feed. */
    public static String of(RunReport report) {
        return new RunText(report).text();
    }

    /** The subject line of the message that carries the text. */
    public static String subject(RunReport report) {
        String urgent =
                report.urgent() == null ? "" : ": " + number(report.urgent().dueToday()) + " urgent";
        long stopped = report.files().stream().filter(FileLine::needsAttention).count();
        return "[" + report.verdict().label() + "] Failsafe run " + report.businessDate() + urgent
                + (stopped == 0 ? "" : ", " + files(stopped) + " held or refused");
    }

    private String text() {
        add("CHILD HEALTH FAILSAFE: RUN " + report.runId() + "   "
                + report.verdict().words().toUpperCase(Locale.UK));
        add(report.marking() + (report.baseline() ? "   FIRST LOAD" : ""));
        doNow();
        lines.add("");
        files();
        freshness();
        people();
        cases();
        night();
        checks();
        add("Full report: run folder, run.html");
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void doNow() {
        if (report.doNow().isEmpty()) {
            add("DO NOW: Nothing to do.");
        }
        shortened(report.doNow()).forEach(line -> add("DO NOW: " + line));
    }

    private void files() {
        long accepted = report.files().stream()
                .filter(file -> file.state().equals("ACCEPTED"))
                .count();
        long read = report.files().stream().mapToLong(FileLine::read).sum();
        long rejected = report.files().stream().mapToLong(FileLine::rejected).sum();
        labelled(
                "Files",
                number(accepted) + " of " + number(report.files().size()) + " accepted     rejected rows "
                        + number(rejected) + " of " + number(read));
    }

    /** What is not fresh, the feeds by name; silence where all is. */
    private void freshness() {
        List<String> stale = report.feeds().stream()
                .filter(FeedDate::stale)
                .map(feed -> feed.feed() + (feed.sender().isEmpty() ? "" : " " + feed.sender()) + " since "
                        + feed.staleSince())
                .toList();
        if (!stale.isEmpty()) {
            labelled(
                    "Stale",
                    number(stale.size()) + " of " + number(report.feeds().size()) + " feeds and senders");
            shortened(stale).forEach(line -> add("  " + line));
        }
    }

    private void people() {
        labelled(
                "Children",
                number(report.conservation().in()) + " known   "
                        + number(report.conservation().accounted()) + " accounted for");
        if (report.registers() != null) {
            labelled(
                    "Population",
                    number(report.registers().population()) + "   all three registers "
                            + number(report.registers().onAll()) + "   none of three "
                            + number(report.registers().onNone()));
        }
    }

    private void cases() {
        ExceptionLine all = report.allExceptions();
        labelled(
                "Open cases",
                "start " + number(all.start()) + "  +" + number(all.opened()) + " opened  -" + number(all.closed())
                        + " closed  = " + number(all.end()) + " at end");
        if (report.urgent() != null) {
            labelled(
                    "Urgent",
                    number(report.urgent().dueToday()) + " due today   "
                            + number(report.urgent().overdue()) + " overdue");
        }
    }

    private void night() {
        labelled("Outputs", files(report.outputs().size()) + " written");
        double seconds = report.steps().stream().mapToDouble(StepLine::seconds).sum();
        labelled("Duration", duration(Math.round(seconds)));
    }

    private void checks() {
        labelled(
                "Checks",
                report.checks(CheckLine.Result.PASSED) + " passed, "
                        + report.checks(CheckLine.Result.WARNING) + " warning, "
                        + report.checks(CheckLine.Result.FAILED) + " failed");
        List<String> notPassed = report.checks().stream()
                .filter(check -> check.result() != CheckLine.Result.PASSED)
                .map(check -> "  " + check.result().name().charAt(0) + "  " + check.id() + "  " + check.what())
                .collect(Collectors.toCollection(ArrayList::new));
        report.sumsThatDoNotComeOut().forEach(sum -> notPassed.add("  F  " + sum));
        shortened(notPassed).forEach(this::add);
    }

    private static List<String> shortened(List<String> all) {
        if (all.size() <= LONGEST_LIST) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, LONGEST_LIST - 1));
        first.add("and " + (all.size() - first.size()) + " more, in run.html");
        return first;
    }

    private void labelled(String label, String text) {
        add(String.format("%-" + LABEL_COLUMNS + "s%s", label, text));
    }

    /** Adds a line; one that is too long goes on, indented, in a second, and what is longer still is cut. */
    private void add(String line) {
        if (line.length() <= COLUMNS) {
            lines.add(line);
            return;
        }
        int space = line.lastIndexOf(' ', COLUMNS);
        int end = space > LABEL_COLUMNS ? space : COLUMNS;
        lines.add(line.substring(0, end));
        String rest = " ".repeat(LABEL_COLUMNS) + line.substring(end).strip();
        lines.add(rest.length() <= COLUMNS ? rest : rest.substring(0, COLUMNS - 3) + "...");
    }

    private static String duration(long seconds) {
        long minutes = seconds / SECONDS_IN_MINUTE;
        if (minutes == 0) {
            return seconds + " s";
        }
        long hours = minutes / MINUTES_IN_HOUR;
        return (hours == 0 ? "" : hours + " h ") + minutes % MINUTES_IN_HOUR + " m";
    }

    private static String files(long count) {
        return number(count) + (count == 1 ? " file" : " files");
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
