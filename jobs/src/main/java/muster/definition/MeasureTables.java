package muster.definition;

import static muster.definition.DefinitionTables.amount;
import static muster.definition.DefinitionTables.from;
import static muster.definition.DefinitionTables.to;
import static muster.definition.DefinitionTables.unit;

import java.util.ArrayList;
import java.util.List;
import muster.definition.MeasureScreening.Model;

/** The measures as rows: each with its periods and areas, and what makes its numerator. */
final class MeasureTables {

    /** The limit of whatever model a provider follows. */
    private static final String ANY_MODEL = "*";

    private final TableRows measures = new TableRows(
            "measure",
            "measure_id",
            "measure_version",
            "name",
            "family",
            "in_report",
            "position",
            "effective_from",
            "effective_to",
            "anchor",
            "anchor_age_amount",
            "anchor_age_unit",
            "born_from",
            "born_to",
            "from_age_amount",
            "from_age_unit",
            "before_age_amount",
            "before_age_unit",
            "counted_from_amount",
            "counted_from_unit",
            "agency",
            "breakdown",
            "acceptable_permille",
            "achievable_permille",
            "higher_is_better",
            "numerator_words",
            "denominator_words",
            "confidence");
    private final TableRows periods = of("measure_period", "period_type");
    private final TableRows areas = of("measure_area", "attribution", "area_type");
    private final TableRows programmes = of("measure_programme", "programme");
    private final TableRows doses =
            of("measure_dose", "dose_no", "from_age_amount", "from_age_unit", "min_interval_days");
    private final TableRows states = of("measure_state", "state", "under_care");
    private final TableRows screens = of(
            "measure_screen",
            "screen",
            "condition",
            "death_rule",
            "death_age_amount",
            "death_age_unit",
            "default_model",
            "complete_after_days",
            "recounted_days");
    private final TableRows statuses = of("measure_status", "status");
    private final TableRows limits =
            of("measure_limit", "model", "amount", "unit", "hours", "corrected", "source", "confidence");
    private final TableRows models = of("measure_provider", "provider", "model");

    private MeasureTables() {}

    private static TableRows of(String table, String... columns) {
        List<String> all = new ArrayList<>(List.of("measure_id", "measure_version"));
        all.addAll(List.of(columns));
        return new TableRows(table, all);
    }

    static List<TableRows> of(Definitions definitions) {
        MeasureTables tables = new MeasureTables();
        for (MeasureDefinition measure : definitions.measures()) {
            tables.measure(measure);
            tables.published(measure);
            if (measure.doses() != null) {
                tables.doses(measure, measure.doses());
            }
            if (measure.custody() != null) {
                tables.custody(measure, measure.custody());
            }
            if (measure.screening() != null) {
                tables.screening(measure, measure.screening());
            }
        }
        return List.of(
                tables.measures,
                tables.periods,
                tables.areas,
                tables.programmes,
                tables.doses,
                tables.states,
                tables.screens,
                tables.statuses,
                tables.limits,
                tables.models);
    }

    private void measure(MeasureDefinition m) {
        MeasureDefinition.Cohort cohort = m.cohort();
        Age counted = m.doses() == null ? null : m.doses().countedFrom();
        measures.add(
                m.id(),
                m.version(),
                m.name(),
                m.family(),
                m.inReport(),
                m.position(),
                from(m.effectiveFrom()),
                to(m.effectiveTo()),
                cohort.anchor().name(),
                amount(cohort.age()),
                unit(cohort.age()),
                from(cohort.bornFrom()),
                to(cohort.bornTo()),
                amount(cohort.fromAge()),
                unit(cohort.fromAge()),
                amount(cohort.beforeAge()),
                unit(cohort.beforeAge()),
                amount(counted),
                unit(counted),
                m.custody() == null ? null : m.custody().agency().name(),
                m.breakdown(),
                m.acceptablePermille(),
                m.achievablePermille(),
                m.higherIsBetter(),
                m.numeratorWords(),
                m.denominatorWords(),
                m.confidence());
    }

    private void published(MeasureDefinition m) {
        m.periods().forEach(period -> periods.add(m.id(), m.version(), period.name()));
        m.areas().forEach(area -> area.types()
                .forEach(type ->
                        areas.add(m.id(), m.version(), area.attribution().name(), type)));
    }

    private void doses(MeasureDefinition m, MeasureDefinition.Doses counted) {
        counted.programmes().forEach(programme -> programmes.add(m.id(), m.version(), programme));
        counted.required()
                .forEach(dose -> doses.add(
                        m.id(),
                        m.version(),
                        dose.dose(),
                        amount(dose.fromAge()),
                        unit(dose.fromAge()),
                        dose.intervalDays()));
    }

    private void custody(MeasureDefinition m, MeasureDefinition.Custody custody) {
        custody.counted()
                .forEach(state -> states.add(
                        m.id(), m.version(), state, custody.underCare().contains(state)));
    }

    private void screening(MeasureDefinition m, MeasureScreening screening) {
        MeasureScreening.Models byProvider = screening.models();
        screens.add(
                m.id(),
                m.version(),
                screening.screen().name(),
                screening.condition(),
                screening.death().takesOut().name(),
                amount(screening.death().age()),
                unit(screening.death().age()),
                named(byProvider == null ? null : byProvider.byDefault()),
                screening.completeAfterDays(),
                screening.recountedDays());
        screening.conclusive().forEach(status -> statuses.add(m.id(), m.version(), status));
        for (MeasureScreening.Limit limit : screening.limits()) {
            limits.add(
                    m.id(),
                    m.version(),
                    named(limit.model()),
                    amount(limit.within()),
                    unit(limit.within()),
                    limit.hours(),
                    limit.corrected(),
                    limit.source(),
                    limit.confidence());
        }
        if (byProvider != null) {
            byProvider
                    .providers()
                    .forEach(named -> models.add(
                            m.id(), m.version(), named.provider(), named.model().name()));
        }
    }

    private static String named(Model model) {
        return model == null ? ANY_MODEL : model.name();
    }
}
