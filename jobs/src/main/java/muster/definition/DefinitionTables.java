package muster.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The definitions as rows of the schema {@code definition}, parents before children. */
final class DefinitionTables {

    /** PostgreSQL's open ends of a range of dates, as text the driver passes on. */
    private static final String NO_START = "-infinity";

    private static final String NO_END = "infinity";

    private final Definitions definitions;
    private final List<TableRows> tables = new ArrayList<>();

    private DefinitionTables(Definitions definitions) {
        this.definitions = definitions;
    }

    static List<TableRows> of(Definitions definitions) {
        DefinitionTables tables = new DefinitionTables(definitions);
        tables.service();
        tables.codeLists();
        tables.linkage();
        tables.tables.addAll(ExceptionTables.of(definitions));
        tables.tables.addAll(PathwayTables.of(definitions));
        tables.tables.addAll(MeasureTables.of(definitions));
        tables.outputs();
        return List.copyOf(tables.tables);
    }

    private TableRows table(String name, String... columns) {
        TableRows rows = new TableRows(name, columns);
        tables.add(rows);
        return rows;
    }

    private void service() {
        TableRows settings = table("setting", "name", "value", "text_value", "unit", "why", "source", "confidence");
        for (Setting s : definitions.settings()) {
            settings.add(s.name(), s.value(), s.text(), s.unit(), s.why(), s.source(), s.confidence());
        }
        ServiceDefinition service = definitions.service();
        number(
                settings,
                "service_age_out_birthday",
                service.ageOutBirthday(),
                "years",
                "The birthday from which a child is AGED_OUT.");
        number(
                settings,
                "service_period_lag_days",
                service.periodLagDays(),
                "days",
                "From the end of a period to its snapshot.");
        word(settings, "service_name", service.service().name(), "Name on every output.");
        word(settings, "service_marking", service.service().marking(), "Protective marking on every output.");
        word(
                settings,
                "service_test_numbers",
                service.testNumbers().name(),
                "Whether numbers of the test ranges load.");
        word(settings, "service_lead_restricted", service.leads().restricted(), "Holder of the restricted list.");
        word(
                settings,
                "service_lead_sensitive_identity",
                service.leads().sensitiveIdentity(),
                "Holder of sensitive identity changes.");
        word(settings, "service_lead_safeguarding", service.leads().safeguarding(), "Safeguarding lead.");
        word(settings, "service_collation", service.collation(), "Collation of lists that people read.");
        TableRows served = table("served_chis", "organisation_code");
        service.chis().forEach(served::add);
        TableRows limits = table("feed_limit", "feed", "limit_days");
        definitions.feedLimits().forEach(limits::add);
    }

    private static void number(TableRows rows, String name, int value, String unit, String why) {
        rows.add(name, value, null, unit, why, "service.yaml", "D");
    }

    private static void word(TableRows rows, String name, String value, String why) {
        rows.add(name, null, value, null, why, "service.yaml", "D");
    }

    private void codeLists() {
        for (CodeList list : definitions.codeLists().values()) {
            List<String> columns =
                    list.columns().stream().map(CodeListColumn::name).toList();
            TableRows rows = new TableRows(list.name(), columns);
            for (Map<String, Object> row : list.rows()) {
                rows.add(columns.stream().map(row::get).toArray());
            }
            tables.add(rows);
        }
    }

    private void linkage() {
        LinkageDefinition linkage = definitions.linkage();
        LinkageDefinition.Comparison comparison = linkage.comparison();
        table(
                        "linkage_model",
                        "model_version",
                        "estimated_on",
                        "estimated_from",
                        "seed",
                        "match_share",
                        "link_posterior",
                        "contradicted_posterior",
                        "review_posterior",
                        "margin_bits",
                        "most_rarity_bits",
                        "letters_per_edit",
                        "close_similarity",
                        "near_birth_days",
                        "candidates_kept",
                        "source",
                        "confidence")
                .add(
                        linkage.version(),
                        linkage.estimatedOn(),
                        linkage.estimatedFrom(),
                        linkage.seed(),
                        linkage.matchShare(),
                        linkage.linkPosterior(),
                        linkage.contradictedPosterior(),
                        linkage.reviewPosterior(),
                        linkage.marginBits(),
                        linkage.mostRarityBits(),
                        comparison.lettersPerEdit(),
                        comparison.closeSimilarity(),
                        comparison.nearBirthDays(),
                        linkage.candidatesKept(),
                        linkage.source(),
                        linkage.confidence());
    }

    private void outputs() {
        TableRows outputs = table(
                "output",
                "output_id",
                "version",
                "title",
                "audience",
                "recipient",
                "tier",
                "formats",
                "restricted",
                "personal",
                "disclosure_profile",
                "row_limit",
                "weekly_from",
                "daily_under_days",
                "schedule_source",
                "schedule_confidence");
        TableRows columns = table(
                "output_column",
                "output_id",
                "sheet",
                "position",
                "header",
                "field",
                "kind",
                "cell_type",
                "width",
                "list");
        for (OutputDefinition o : definitions.outputs()) {
            OutputDefinition.Schedule schedule = o.schedule();
            outputs.add(
                    o.id(),
                    o.version(),
                    o.title(),
                    o.audience(),
                    o.recipient().name(),
                    o.tier().name(),
                    array(o.format()),
                    o.restricted(),
                    o.personal(),
                    o.disclosure(),
                    o.rowLimit(),
                    schedule == null ? null : schedule.weeklyFrom().getValue(),
                    schedule == null ? null : schedule.dailyUnderDays(),
                    schedule == null ? null : schedule.source(),
                    schedule == null ? null : schedule.confidence());
            for (OutputDefinition.Sheet sheet : o.sheets()) {
                int position = 0;
                for (OutputDefinition.Column c : sheet.columns()) {
                    position++;
                    columns.add(
                            o.id(),
                            sheet.name(),
                            position,
                            c.header(),
                            c.field(),
                            c.kind().name(),
                            c.type().name(),
                            c.width(),
                            c.list());
                }
            }
        }
    }

    static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    static Integer amount(Age age) {
        return age == null ? null : age.amount();
    }

    static String unit(Age age) {
        return age == null ? null : age.unit().name();
    }

    static Object from(LocalDate date) {
        return date == null ? new OpenEnd(NO_START) : date;
    }

    static Object to(LocalDate date) {
        return date == null ? new OpenEnd(NO_END) : date;
    }

    /** An open end of a range of dates. */
    record OpenEnd(String value) {}
}
