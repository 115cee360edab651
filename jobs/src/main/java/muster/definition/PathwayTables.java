package muster.definition;

import java.util.List;
import java.util.Map;

/** The pathway as rows: items, their rules, the days of each rule. */
final class PathwayTables {

    private final TableRows items = new TableRows(
            "pathway_item",
            "item_code",
            "title",
            "item_type",
            "position",
            "tracked",
            "why_not_tracked",
            "older",
            "by_school_year");
    private final TableRows rules = new TableRows(
            "pathway_rule",
            "rule_id",
            "rule_version",
            "item_code",
            "born_from",
            "born_to",
            "effective_from",
            "effective_to",
            "eligible",
            "unless",
            "waits_for",
            "course",
            "dose_no",
            "corrected",
            "responsible_role",
            "source",
            "confidence");
    private final TableRows limits = new TableRows(
            "pathway_limit",
            "rule_id",
            "limit_name",
            "anchor",
            "amount",
            "unit",
            "extra_days",
            "year_group",
            "month",
            "day_of_month",
            "fixed_date");

    private PathwayTables() {}

    static List<TableRows> of(Definitions definitions) {
        PathwayTables tables = new PathwayTables();
        int position = 0;
        for (PathwayItem item : definitions.items()) {
            position++;
            tables.items.add(
                    item.item(),
                    item.title(),
                    item.type().name(),
                    position,
                    item.tracked(),
                    item.whyNotTracked(),
                    item.older().name(),
                    item.bySchoolYear());
            item.rules().forEach(rule -> tables.rule(item, rule));
        }
        return List.of(tables.items, tables.rules, tables.limits);
    }

    private void rule(PathwayItem item, PathwayRule r) {
        rules.add(
                r.rule(),
                r.version(),
                item.item(),
                DefinitionTables.from(r.bornFrom()),
                DefinitionTables.to(r.bornTo()),
                DefinitionTables.from(r.effectiveFrom()),
                DefinitionTables.to(r.effectiveTo()),
                r.eligible(),
                r.unless(),
                r.waitsFor(),
                r.course(),
                r.dose(),
                r.corrected(),
                r.responsible(),
                r.source(),
                r.confidence());
        for (Map.Entry<PathwayRule.Limit, PathwayLimit> named : r.limits().entrySet()) {
            PathwayLimit limit = named.getValue();
            limits.add(
                    r.rule(),
                    named.getKey().name(),
                    limit.anchor().name(),
                    limit.amount(),
                    limit.unit() == null ? null : limit.unit().name(),
                    limit.extraDays(),
                    limit.yearGroup(),
                    limit.month(),
                    limit.dayOfMonth(),
                    limit.fixedDate());
        }
    }
}
