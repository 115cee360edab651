package muster.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.feed.Reason;
import muster.feed.inbox.FileIntake;
import muster.publish.outbox.PublishedFile;
import muster.publish.run.CheckLine;
import muster.publish.run.Conservation;
import muster.publish.run.ExceptionLine;
import muster.publish.run.FileLine;
import muster.publish.run.RegisterCounts;
import muster.publish.run.RejectLine;
import muster.publish.run.ReleaseLine;
import muster.publish.run.RunReport;
import muster.publish.run.StepLine;
import muster.publish.run.UrgentCases;
import muster.publish.run.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a night's report together from the ledgers: the report's figures are the ledger's, never counted from a log (RP-28). */
@Component
class RunReports {

    private static final List<String> BUCKETS = List.of(
            "IN_AREA", "OUT_OF_AREA", "LEFT_ENGLAND", "DECEASED", "STILLBORN", "INVALIDATED", "AGED_OUT", "UNTRACED");

    private static final Map<String, String> STAGE_NAMES = Map.of(
            "reference", "intake",
            "landing", "intake",
            "register", "intake",
            "identity", "linkage",
            "cohort", "cohort",
            "pathway", "pathway",
            "exception", "exceptions",
            "measure", "measures",
            "publish", "publish");

    private final JdbcClient database;
    private final RunLedger ledger;
    private final Definitions definitions;
    private final FileIntake intake;
    private final Checks checks;
    private final Attention attention;
    private final Freshness freshness;

    RunReports(
            JdbcClient database,
            RunLedger ledger,
            Definitions definitions,
            FileIntake intake,
            Checks checks,
            Attention attention,
            Freshness freshness) {
        this.database = database;
        this.ledger = ledger;
        this.definitions = definitions;
        this.intake = intake;
        this.checks = checks;
        this.attention = attention;
        this.freshness = freshness;
    }

    /** How the night stands: warnings are whatever a person must look at (exit code 3). */
    Verdict verdict(Night night) {
        return attention.of(night.businessDate()).isEmpty() ? Verdict.COMPLETED : Verdict.COMPLETED_WITH_WARNINGS;
    }

    /** The files that wait in the inbox, as a sentence for the operator; empty when none does. */
    String waitingFiles() {
        List<String> unread = new ArrayList<>();
        intake.unread().forEach((feed, files) -> unread.add(files + " in " + feed));
        return unread.isEmpty() ? "" : " Waiting: " + String.join(", ", unread) + ".";
    }

    /** The report of a night whose stages are done. */
    RunReport of(Night night, List<PublishedFile> outputs) {
        Clocks.set(database, night);
        LocalDate date = night.businessDate();
        Checks.Conservation found = checks.counted(night);
        List<String> doNow = attention.of(date);
        return new RunReport(
                date.toString(),
                date,
                night.baseline(),
                doNow.isEmpty() ? Verdict.COMPLETED : Verdict.COMPLETED_WITH_WARNINGS,
                doNow,
                definitions.service().service().name(),
                definitions.service().service().marking(),
                files(date),
                steps(date),
                children(),
                new Conservation(found.holds(), found.in(), found.accounted()),
                exceptions(),
                urgent(),
                registers(),
                rejects(date),
                checkLines(found),
                outputs,
                definitionHashes(),
                versions(date),
                notices(),
                freshness.of(date),
                releases(date),
                Heap.peakBytes());
    }

    private List<FileLine> files(LocalDate date) {
        return database.sql("select * from engine.file where business_date = :date order by file_id")
                .param("date", date)
                .query((row, n) -> new FileLine(
                        row.getString("name"),
                        row.getString("feed"),
                        orEmpty(row.getString("sender")),
                        published(row.getString("state")),
                        orEmpty(row.getString("reason_code")),
                        row.getLong("rows_read"),
                        row.getLong("rows_applied"),
                        row.getLong("rows_warned"),
                        row.getLong("rows_no_change"),
                        row.getLong("rows_stale"),
                        row.getLong("rows_duplicate"),
                        row.getLong("rows_skipped"),
                        row.getLong("rows_rejected"),
                        orEmpty(row.getString("sha256")),
                        row.getDouble("seconds")))
                .list();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** A file that was taken is ACCEPTED to the world (rulings 8). */
    private static String published(String state) {
        return switch (state) {
            case "APPLIED", "LANDED", "TAKEN" -> "ACCEPTED";
            default -> state;
        };
    }

    private List<StepLine> steps(LocalDate date) {
        return ledger.steps(date).stream()
                .map(step -> new StepLine(
                        reportName(step.name()), step.seconds().doubleValue(), step.opened() + step.closed()))
                .toList();
    }

    private static String reportName(String step) {
        String stage = stageOf(step);
        return step.startsWith(stage + ".") ? step : stage + "." + step;
    }

    private static String stageOf(String name) {
        int dot = name.indexOf('.');
        return STAGE_NAMES.getOrDefault(dot < 0 ? "" : name.substring(0, dot), "intake");
    }

    /** Every child known, by bucket, in the order in which buckets are printed. */
    Map<String, Long> children() {
        Map<String, Long> counted = new LinkedHashMap<>();
        BUCKETS.forEach(bucket -> counted.put(bucket, 0L));
        database.sql("select bucket, count(*) from cohort.child group by bucket")
                .query((row, n) -> counted.put(row.getString(1), row.getLong(2)))
                .list();
        return counted;
    }

    private SortedMap<String, ExceptionLine> exceptions() {
        SortedMap<String, ExceptionLine> lines = new TreeMap<>();
        database.sql("""
                        select type.type_code, type.what_is_missing,
                            count(*) filter (where cases.raised_date < engine.business_date()
                                and (cases.closed_date is null or cases.closed_date = engine.business_date())),
                            count(*) filter (where cases.raised_date = engine.business_date()),
                            count(*) filter (where cases.raised_date < engine.business_date()
                                and cases.closed_date is null and lower(cases.nights) = engine.business_date()),
                            count(*) filter (where cases.closed_date = engine.business_date()),
                            count(*) filter (where cases.exception_id is not null and cases.closed_date is null)
                        from definition.exception_type as type
                        left join exception."case" as cases on cases.type_code = type.type_code
                        group by type.type_code, type.what_is_missing
                        """)
                .query((row, n) -> lines.put(
                        row.getString(1),
                        new ExceptionLine(
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7))))
                .list();
        return lines;
    }

    private UrgentCases urgent() {
        return database.sql("""
                        select count(*) filter (where action_by_date = engine.business_date()),
                            count(*) filter (where action_by_date < engine.business_date())
                        from exception.case_clock where state = 'OPEN' and severity = 1
                        """)
                .query((row, n) -> new UrgentCases(row.getLong(1), row.getLong(2)))
                .single();
    }

    private RegisterCounts registers() {
        return database.sql("""
                        with held as (
                            select child.child_key,
                                bool_or(holding.agency = 'GP') as gp,
                                bool_or(holding.agency = 'HV') as hv,
                                bool_or(holding.agency = 'CHIS') as chis
                            from cohort.child as child
                            left join cohort.holding as holding
                                on holding.child_key = child.child_key and holding.is_open
                            where child.bucket = 'IN_AREA'
                            group by child.child_key
                        )
                        select count(*), count(*) filter (where gp), count(*) filter (where hv),
                            count(*) filter (where chis), count(*) filter (where gp and hv and chis),
                            count(*) filter (where gp is null)
                        from held
                        """)
                .query((row, n) -> new RegisterCounts(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }

    private List<RejectLine> rejects(LocalDate date) {
        return database.sql("""
                        select file.feed, line.reason_codes[1] as reason_code, count(*) as lines
                        from engine.line as line
                        inner join engine.file as file on file.file_id = line.file_id
                        where file.business_date = :date and line.outcome = 'REJECTED'
                        group by 1, 2 order by 1, 2
                        """)
                .param("date", date)
                .query((row, n) -> new RejectLine(
                        row.getString(1),
                        row.getString(2),
                        Reason.valueOf(row.getString(2)).message(),
                        row.getLong(3)))
                .list();
    }

    private static List<CheckLine> checkLines(Checks.Conservation found) {
        CheckLine.Result result = found.holds() ? CheckLine.Result.PASSED : CheckLine.Result.FAILED;
        return List.of(
                new CheckLine(
                        "C01",
                        "Children known are children accounted for",
                        result,
                        Long.toString(found.accounted()),
                        Long.toString(found.in())),
                new CheckLine("C02", "Children lost since an earlier night", result, Long.toString(found.lost()), "0"),
                // A night whose lines do not add up has stopped before its report.
                new CheckLine("C03", "Files whose lines do not add up", CheckLine.Result.PASSED, "0", "0"));
    }

    private SortedMap<String, String> definitionHashes() {
        return new TreeMap<>(definitions.hashes());
    }

    private Map<String, String> versions(LocalDate date) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "code",
                database.sql("select code_version from engine.run where business_date = :date")
                        .param("date", date)
                        .query(String.class)
                        .single());
        versions.put("definitions", definitions.hash());
        database.sql("""
                        select distinct on (sender) sender, name, business_date
                        from engine.file
                        where feed = 'reference' and state = 'APPLIED' and business_date <= :date
                        order by sender, file_id desc
                        """)
                .param("date", date)
                .query((row, n) ->
                        versions.put("reference " + row.getString(1), row.getString(2) + ", " + row.getString(3)))
                .list();
        return versions;
    }

    private List<ReleaseLine> releases(LocalDate date) {
        return database.sql("""
                        select feed, name, released_by, reason from engine.release
                        where used_on = :date order by feed, name
                        """)
                .param("date", date)
                .query((row, n) -> new ReleaseLine(
                        row.getString("feed"),
                        row.getString("name"),
                        row.getString("released_by"),
                        row.getString("reason")))
                .list();
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!definitions.serviceFromHome()) {
            notices.add("No service.yaml in this home: every CHIS named in service_commission.csv is served.");
        }
        intake.unread()
                .forEach((feed, files) -> notices.add(
                        files + " file(s) in " + feed + " wait for a reader that this version does not have."));
        database.sql("""
                        select count(*), count(*) filter (where stops_lists) from cohort.pds_awaited
                        having count(*) > 0
                        """)
                .query((row, n) -> row.getLong(1) + " number(s) wait for a refresh from PDS, " + row.getLong(2)
                        + " of them stand on no list until it comes.")
                .list()
                .forEach(notices::add);
        database.sql("""
                        select distinct child.resident_la from cohort.child as child
                        where child.bucket = 'IN_AREA' and child.served_by_residence and child.expected_hv is null
                            and child.resident_la is not null
                        order by 1
                        """)
                .query(String.class)
                .list()
                .forEach(area -> notices.add("No health visiting provider is named for authority " + area + "."));
        return notices;
    }
}
