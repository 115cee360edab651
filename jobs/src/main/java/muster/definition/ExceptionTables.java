package muster.definition;

import java.util.List;
import java.util.Map;

/** The exception types as rows of the schema {@code definition}, with what a definition leaves out filled in. */
final class ExceptionTables {

    private final Definitions definitions;
    private final TableRows types = new TableRows(
            "exception_type",
            "type_code",
            "rule_version",
            "effective_from",
            "title",
            "what_is_missing",
            "catalogue_group",
            "agency",
            "grain",
            "concerns_child",
            "severity",
            "owner_role",
            "owner_organisation",
            "restricted_role",
            "copied_to",
            "suppressed_when_restricted",
            "stands_after_death",
            "national_reason",
            "national_action",
            "national_message",
            "introduction",
            "recommendation",
            "reason_sentence",
            "sql_path",
            "confidence");
    private final TableRows severities = new TableRows(
            "exception_severity",
            "type_code",
            "position",
            "severity",
            "from_age_amount",
            "from_age_unit",
            "before_age_amount",
            "before_age_unit",
            "also_open",
            "item_state",
            "confidence");
    private final TableRows items = new TableRows("exception_item", "type_code", "position", "item_code");
    private final TableRows parameters =
            new TableRows("exception_parameter", "type_code", "name", "value", "unit", "why", "source", "confidence");
    private final TableRows clocks = new TableRows("clock", "type_code", "level", "reached_after", "due_after", "unit");
    private final TableRows closures =
            new TableRows("closes_on", "type_code", "evidence", "reason_code", "general", "sql_path");
    private final TableRows manual = new TableRows("manual_closure", "type_code", "reason_code");

    private ExceptionTables(Definitions definitions) {
        this.definitions = definitions;
    }

    static List<TableRows> of(Definitions definitions) {
        ExceptionTables tables = new ExceptionTables(definitions);
        definitions.exceptions().forEach(tables::add);
        return List.of(
                tables.types,
                tables.severities,
                tables.items,
                tables.parameters,
                tables.clocks,
                tables.closures,
                tables.manual);
    }

    private void add(ExceptionDefinition e) {
        ExceptionDefinition.National national =
                e.national() == null ? new ExceptionDefinition.National(null, null, null) : e.national();
        String restrictedRole = e.owner().restrictedRole() == null
                ? e.owner().role()
                : e.owner().restrictedRole();
        types.add(
                e.id(),
                e.version(),
                e.effectiveFrom(),
                e.title(),
                e.whatIsMissing(),
                e.group(),
                e.agency() == null ? null : e.agency().name(),
                e.grain().name(),
                e.concernsChild(),
                e.severity().base(),
                e.owner().role(),
                e.owner().organisation().name(),
                restrictedRole,
                DefinitionTables.array(e.copiedTo()),
                e.whenRestricted() == ExceptionDefinition.WhenRestricted.SUPPRESSED,
                e.afterDeath() == ExceptionDefinition.AfterDeath.STANDS,
                national.reason(),
                national.action(),
                national.message(),
                e.introduction(),
                e.recommendation(),
                e.reasonSentence(),
                e.sql(),
                e.confidence());
        int position = 0;
        for (ExceptionDefinition.Change c : e.severity().changes()) {
            position++;
            severities.add(
                    e.id(),
                    position,
                    c.to(),
                    DefinitionTables.amount(c.fromAge()),
                    DefinitionTables.unit(c.fromAge()),
                    DefinitionTables.amount(c.beforeAge()),
                    DefinitionTables.unit(c.beforeAge()),
                    c.alsoOpen(),
                    c.itemState(),
                    c.confidence());
        }
        for (int i = 0; i < e.items().size(); i++) {
            items.add(e.id(), i + 1, e.items().get(i));
        }
        e.parameters()
                .forEach(p -> parameters.add(
                        e.id(), p.name(), p.value(), p.unit().name(), p.why(), p.source(), p.confidence()));
        definitions
                .clock(e)
                .forEach(level -> clocks.add(
                        e.id(),
                        level.level(),
                        level.reachedAfter(),
                        level.dueAfter(),
                        level.unit().name()));
        closures(e);
        definitions.manualReasons(e).forEach(reason -> manual.add(e.id(), reason));
    }

    private void closures(ExceptionDefinition e) {
        e.closesOn()
                .forEach(c -> closures.add(e.id(), c.evidence(), c.reason(), false, SqlFiles.evidence(c.evidence())));
        if (e.concernsChild()) {
            for (Map<String, Object> general :
                    definitions.codeList("general_closure").rows()) {
                String evidence = (String) general.get("evidence");
                if (!e.withoutGeneral().contains(evidence)) {
                    closures.add(e.id(), evidence, general.get("reason"), true, SqlFiles.evidence(evidence));
                }
            }
        }
    }
}
