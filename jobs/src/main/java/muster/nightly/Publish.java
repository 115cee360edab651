package muster.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import muster.publish.outbox.Outbox;
import muster.publish.outbox.OutputDeclaration;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import muster.publish.outbox.PublicationLedger;
import muster.publish.run.RunHtml;
import muster.publish.run.RunJson;
import muster.publish.run.RunReport;
import muster.publish.run.RunText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The last steps of a night: the rows of each output, the files, and the outbox under its final name. */
@Component
class Publish {

    private static final String RUN_REPORT = "run-report";
    private static final String OPERATIONS = "SERVICE";

    private final Models models;
    private final Lineage lineage;
    private final ModelStep step;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;
    private final Definitions definitions;
    private final Home home;
    private final WorklistOutputs worklists;
    private final ReviewOutputs reviews;
    private final ReturnReports returns;
    private final GpListOutputs gpLists;
    private final OwnerListOutputs ownerLists;
    private final CommissionerOutputs commissioners;
    private final PublishedPeriods periods;
    private final RunReports reports;
    private final RefreshOutput refresh;
    private final AcknowledgementOutputs acknowledgements;
    private final VaccinationAcknowledgementOutputs vaccinationAcknowledgements;

    Publish(
            Models models,
            Lineage lineage,
            ModelStep step,
            TransactionTemplate transaction,
            RunLedger ledger,
            Definitions definitions,
            Home home,
            WorklistOutputs worklists,
            ReviewOutputs reviews,
            ReturnReports returns,
            GpListOutputs gpLists,
            OwnerListOutputs ownerLists,
            CommissionerOutputs commissioners,
            PublishedPeriods periods,
            RunReports reports,
            RefreshOutput refresh,
            AcknowledgementOutputs acknowledgements,
            VaccinationAcknowledgementOutputs vaccinationAcknowledgements) {
        this.models = models;
        this.lineage = lineage;
        this.step = step;
        this.transaction = transaction;
        this.ledger = ledger;
        this.definitions = definitions;
        this.home = home;
        this.worklists = worklists;
        this.reviews = reviews;
        this.returns = returns;
        this.gpLists = gpLists;
        this.ownerLists = ownerLists;
        this.commissioners = commissioners;
        this.periods = periods;
        this.reports = reports;
        this.refresh = refresh;
        this.acknowledgements = acknowledgements;
        this.vaccinationAcknowledgements = vaccinationAcknowledgements;
    }

    /** Brings the rows of every output to what the night knows. */
    void rows(Night night) {
        for (SqlModel model : lineage.inOrder(models.stage("70_publish"))) {
            if (!model.isView()) {
                step.run(model, night);
            }
        }
    }

    /** Writes the files and gives the outbox its final name; a night that is published is left alone. */
    void outbox(Night night) {
        LocalDate date = night.businessDate();
        if (ledger.find(date).map(RunLedger.Entry::published).orElse(false)) {
            return;
        }
        try {
            Published published = new Published(night);
            Publication publication = new Outbox(home.outbox(), declarations(), published).open(date, date.toString());
            worklists.write(publication, night);
            reviews.write(publication, night);
            returns.write(publication, night);
            refresh.write(publication, night);
            acknowledgements.write(publication, night);
            vaccinationAcknowledgements.write(publication, night);
            gpLists.write(publication, night);
            ownerLists.write(publication, night);
            published.periods = commissioners.write(publication, night);
            report(publication, night);
            publication.publish();
        } catch (IOException e) {
            throw new UncheckedIOException("The night's files could not be written.", e);
        }
    }

    private void report(Publication publication, Night night) throws IOException {
        RunReport report = transaction.execute(status -> reports.of(night, publication.files()));
        publication.write(new OutputFile(RUN_REPORT, OPERATIONS, "", "run.json"), out -> RunJson.write(report, out));
        publication.write(new OutputFile(RUN_REPORT, OPERATIONS, "", "run.html"), out -> {
            out.write(RunHtml.of(report).getBytes(StandardCharsets.UTF_8));
            return 1;
        });
        publication.write(new OutputFile(RUN_REPORT, OPERATIONS, "", "run.txt"), out -> {
            out.write(RunText.of(report).getBytes(StandardCharsets.UTF_8));
            return 1;
        });
    }

    private Map<String, OutputDeclaration> declarations() {
        Map<String, OutputDeclaration> declared = new LinkedHashMap<>();
        String marking = definitions.service().service().marking();
        for (OutputDefinition output : definitions.outputs()) {
            declared.put(output.id(), new Declared(output, marking));
        }
        return declared;
    }

    /** An output of {@code config/outputs} as the outbox asks for it. */
    private record Declared(OutputDefinition output, String marking) implements OutputDeclaration {
        @Override
        public String id() {
            return output.id();
        }

        @Override
        public String audience() {
            return output.audience();
        }

        @Override
        public String tier() {
            return output.tier().name();
        }

        @Override
        public List<String> columns() {
            return output.sheets().stream()
                    .flatMap(sheet -> sheet.columns().stream())
                    .map(OutputDefinition.Column::header)
                    .toList();
        }
    }

    /** The commit "published = D" is the run's own row; the files of the periods published are written down with it. */
    private final class Published implements PublicationLedger {
        private final Night night;
        private List<PublishedPeriods.Published> periods = List.of();

        Published(Night night) {
            this.night = night;
        }

        @Override
        public boolean isPublished(LocalDate businessDate) {
            return ledger.find(businessDate).map(RunLedger.Entry::published).orElse(false);
        }

        @Override
        public void markPublished(LocalDate businessDate, String manifestSha256) {
            transaction.executeWithoutResult(status -> {
                Publish.this.periods.keep(night, periods);
                ledger.published(night);
            });
        }
    }
}
