package muster.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.definition.ConfigTree;
import muster.definition.Definitions;
import muster.definition.ServiceDefinition;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.publish.commissioner.ChildConservation;
import muster.publish.commissioner.CommissionerReport;
import muster.publish.commissioner.CommissionerReportPdf;
import muster.publish.commissioner.CommissionerReports;
import muster.publish.commissioner.ControlledMeasures;
import muster.publish.commissioner.OpenCoverageCsv;
import muster.publish.commissioner.PublishedMeasures;
import muster.publish.commissioner.Release;
import muster.publish.commissioner.ReleaseRow;
import muster.publish.commissioner.ReportArea;
import muster.publish.commissioner.ReportContext;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.DisclosedTable;
import muster.publish.disclosure.DisclosureException;
import muster.publish.disclosure.DisclosureProfile;
import muster.publish.disclosure.DisclosureProfiles;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import muster.publish.outbox.PublishedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outputs of each period that a night publishes: a report for every integrated care board and local authority
 * served, and the open coverage file. Disclosure control works on all areas together; only what it lets through reaches a
 * page or a line.
 */
@Component
class CommissionerOutputs {

    private static final Logger LOG = LoggerFactory.getLogger(CommissionerOutputs.class);
    private static final String REPORT = "commissioner-report";
    private static final String OPEN = "open-coverage";
    private static final Set<String> REPORTED = Set.of("ICB", "LA");
    private static final String PUBLIC = "PUBLIC";
    private static final int FIRST_VERSION = 1;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;
    private final PublishedPeriods periods;
    private final RunReports counts;
    private final Home home;
    private final Freshness freshness;

    CommissionerOutputs(
            JdbcClient database,
            TransactionTemplate transaction,
            Definitions definitions,
            PublishedPeriods periods,
            RunReports counts,
            Home home,
            Freshness freshness) {
        this.database = database;
        this.transaction = transaction;
        this.definitions = definitions;
        this.periods = periods;
        this.counts = counts;
        this.home = home;
        this.freshness = freshness;
    }

    /** What one period's files are made from, every number controlled. */
    private record Controlled(
            CommissionerReports reports, List<ReportArea> areas, ControlledMeasures open, OpenCoverageCsv csv) {}

    /**
     * Writes the outputs of every period that is due.
     *
     * @return the files, to be written down with the word that the night is published
     */
    List<PublishedPeriods.Published> write(Publication publication, Night night) throws IOException {
        List<PublishedPeriods.Published> written = new ArrayList<>();
        List<PublishedPeriods.Due> due = periods.due(night);
        if (due.isEmpty()) {
            return written;
        }
        DisclosureProfiles profiles = new DisclosureProfiles(ConfigTree.of(home.config()));
        CommissionerReportPdf pdf = new CommissionerReportPdf();
        for (PublishedPeriods.Due each : due) {
            List<ReleaseRow> rows = periods.rows(night, each);
            if (rows.isEmpty()) {
                continue;
            }
            try {
                write(publication, pdf, each, controlled(profiles, night, each, rows), written);
            } catch (DisclosureException e) {
                LOG.warn("The figures of {} are withheld: {}", each.period().inWords(), e.getMessage());
                periods.withhold(night, each, e.getMessage());
            }
        }
        return written;
    }

    private Controlled controlled(
            DisclosureProfiles profiles, Night night, PublishedPeriods.Due due, List<ReleaseRow> rows) {
        ReportContext context = context(night, due);
        DisclosureProfile closed = profiles.of(definitions.output(REPORT).disclosure());
        ControlledMeasures forCommissioners = controlled(closed, due, rows, List.of());
        DisclosureProfile open = profiles.of(definitions.output(OPEN).disclosure());
        List<ReleaseRow> openRows = rows.stream().filter(ReleaseRow::open).toList();
        ControlledMeasures forAnyone = controlled(open, due, openRows, List.of(forCommissioners.table()));
        Map<AreaKey, String> names = Release.names(rows);
        return new Controlled(
                new CommissionerReports(forCommissioners, context, children(night)),
                areas(closed, names),
                forAnyone,
                new OpenCoverageCsv(context, context.serviceName(), names));
    }

    private ControlledMeasures controlled(
            DisclosureProfile profile, PublishedPeriods.Due due, List<ReleaseRow> rows, List<DisclosedTable> released) {
        Release release = Release.of(
                rows,
                PublishedMeasures.of(definitions.measures(), due.period()),
                PublishedMeasures.sums(definitions.measures(), due.period()));
        return ControlledMeasures.of(profile, release, released);
    }

    /** Every area with a report of its own: one that is published with another has none. */
    private static List<ReportArea> areas(DisclosureProfile profile, Map<AreaKey, String> names) {
        return names.entrySet().stream()
                .filter(area -> REPORTED.contains(area.getKey().type()))
                .filter(area -> profile.publishedAs(area.getKey()).equals(area.getKey()))
                .map(area -> new ReportArea(area.getKey(), area.getValue()))
                .toList();
    }

    private void write(
            Publication publication,
            CommissionerReportPdf pdf,
            PublishedPeriods.Due due,
            Controlled figures,
            List<PublishedPeriods.Published> written)
            throws IOException {
        for (ReportArea area : figures.areas()) {
            CommissionerReport report = figures.reports().of(area);
            String recipient = area.key().type() + ":" + area.key().code();
            PublishedFile file =
                    publication.write(new OutputFile(REPORT, recipient, "reports", report.fileName()), out -> {
                        out.write(pdf.render(report));
                        return report.allMeasures().size();
                    });
            written.add(new PublishedPeriods.Published(due, REPORT, FIRST_VERSION, file));
        }
        open(publication, due, figures, written);
    }

    private void open(
            Publication publication,
            PublishedPeriods.Due due,
            Controlled figures,
            List<PublishedPeriods.Published> written)
            throws IOException {
        Path folder = Files.createTempDirectory(home.temporary(), "open");
        OpenCoverageCsv csv = figures.csv();
        long rows = csv.write(figures.open().figures().stream(), folder);
        for (String name : List.of(csv.fileName(), csv.fileName() + "-metadata.json")) {
            Path made = folder.resolve(name);
            PublishedFile file = publication.write(new OutputFile(OPEN, PUBLIC, "open", name), out -> {
                Files.copy(made, out);
                return name.equals(csv.fileName()) ? rows : 1;
            });
            written.add(new PublishedPeriods.Published(due, OPEN, FIRST_VERSION, file));
            Files.delete(made);
        }
        Files.delete(folder);
    }

    private ReportContext context(Night night, PublishedPeriods.Due due) {
        ServiceDefinition.Named service = definitions.service().service();
        return new ReportContext(
                service.name(),
                service.marking(),
                due.period(),
                due.knownOn(),
                due.dataAsAt(),
                night.businessDate().toString(),
                night.businessDate(),
                definitions.hash().substring(0, 12),
                FIRST_VERSION,
                due.period().isProvisional(),
                freshness.behind(REPORT, due.knownOn()));
    }

    private ChildConservation children(Night night) {
        Map<String, Long> buckets = transaction.execute(status -> {
            Clocks.set(database, night);
            return counts.children();
        });
        return new ChildConservation(
                buckets.values().stream().mapToLong(Long::longValue).sum(), buckets);
    }
}
