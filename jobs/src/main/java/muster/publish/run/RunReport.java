package muster.publish.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.publish.FeedDate;
import muster.publish.outbox.PublishedFile;

/**
 * All that a night tells about itself (contract 4, rulings 8, reports.md 7): the one source of {@code run.json},
 * {@code run.html} and {@code run.txt}, which therefore never disagree. Holds no fact about a person.
 *
 * @param runId id of the run, equal to the business date
 * @param businessDate the working day D
 * @param baseline whether this was a first load
 * @param verdict how the night ended
 * @param doNow what a person must do, most urgent first; empty for nothing
 * @param serviceName name of the service
 * @param marking protective marking of the report
 * @param files every file looked at, in the order in which they were taken
 * @param steps every step, in the order in which they ran
 * @param children children by bucket, in the order to be shown
 * @param conservation whether every child is accounted for
 * @param exceptions the night of each exception type, by its code
 * @param urgent cases of the highest severity; null where cases are not evaluated
 * @param registers who is on which register; null where not reconciled
 * @param rejects refused rows by feed and reason
 * @param checks automatic checks, by id
 * @param outputs files published before this report
 * @param definitions hash of every definition file in force
 * @param versions code, schema and reference data, name to version
 * @param notices what a reader should know without having to act
 * @param feeds how fresh each feed is, by sender where senders are judged one by one
 * @param releases what a person let through tonight
 * @param peakHeapBytes highest heap occupied after a collection, from the collector's own figures
 */
public record RunReport(
        String runId,
        LocalDate businessDate,
        boolean baseline,
        Verdict verdict,
        List<String> doNow,
        String serviceName,
        String marking,
        List<FileLine> files,
        List<StepLine> steps,
        Map<String, Long> children,
        Conservation conservation,
        SortedMap<String, ExceptionLine> exceptions,
        UrgentCases urgent,
        RegisterCounts registers,
        List<RejectLine> rejects,
        List<CheckLine> checks,
        List<PublishedFile> outputs,
        SortedMap<String, String> definitions,
        Map<String, String> versions,
        List<String> notices,
        List<FeedDate> feeds,
        List<ReleaseLine> releases,
        long peakHeapBytes) {

    public RunReport {
        doNow = List.copyOf(doNow);
        files = List.copyOf(files);
        steps = List.copyOf(steps);
        children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
        exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
        rejects = List.copyOf(rejects);
        checks = List.copyOf(checks);
        outputs = List.copyOf(outputs);
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        notices = List.copyOf(notices);
        feeds = List.copyOf(feeds);
        releases = List.copyOf(releases);
    }

    /** Every sum that does not come out, in words; empty when all do (checks R09 and conservation of children). */
    public List<String> sumsThatDoNotComeOut() {
        List<String> wrong = new ArrayList<>();
        files.stream()
                .filter(file -> !file.addsUp())
                .forEach(file -> wrong.add("File " + file.name() + ": outcomes do not add up to the rows read"));
        exceptions.forEach((type, line) -> {
            if (!line.addsUp()) {
                wrong.add(type + ": start + opened - closed is not the number at the end");
            }
        });
        if (!conservation.ok() || conservation.in() != conservation.accounted()) {
            wrong.add("Children: " + conservation.in() + " known, " + conservation.accounted() + " accounted for");
        }
        long inBuckets = children.values().stream().mapToLong(Long::longValue).sum();
        if (inBuckets != conservation.accounted()) {
            wrong.add("Children: the buckets hold " + inBuckets + ", not " + conservation.accounted());
        }
        return wrong;
    }

    /** All exception types together. */
    public ExceptionLine allExceptions() {
        return exceptions.values().stream()
                .reduce(
                        new ExceptionLine("All", 0, 0, 0, 0, 0),
                        (sum, line) -> new ExceptionLine(
                                sum.name(),
                                sum.start() + line.start(),
                                sum.opened() + line.opened(),
                                sum.updated() + line.updated(),
                                sum.closed() + line.closed(),
                                sum.end() + line.end()));
    }

    /** How many checks came out so. */
    public long checks(CheckLine.Result result) {
        return checks.stream().filter(check -> check.result() == result).count();
    }
}
