package muster.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the handbook from the definitions: what is found, what is counted, what is due. Same definitions, same text;
 * a test compares it with {@code docs/generated}.
 */
public final class DocsGenerator {

    private static final String MADE =
            "<!-- Generated from config/. Do not edit: run the tests with -Dmuster.docs.write=true. -->\n\n";
    static final String MARKS = "Marks: R read in a source, S specification, G general knowledge to be confirmed,"
            + " D decision of this service, C worked out, O our own layout.\n\n";

    private DocsGenerator() {}

    /** Every generated page by file name, some of them in folders. */
    public static Map<String, String> pages(Definitions definitions) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("rules.md", MADE + RulePages.rules(definitions));
        pages.put("measures.md", MADE + measures(definitions));
        PathwayPages.pages(definitions).forEach((name, text) -> pages.put(name, MADE + text));
        pages.put("code-lists.md", MADE + codeLists(definitions));
        return pages;
    }

    private static String measures(Definitions definitions) {
        StringBuilder page = new StringBuilder("# Measures\n\n").append(MARKS);
        for (MeasureDefinition m : definitions.measures()) {
            page.append("## ").append(m.id()).append(": ").append(m.name()).append("\n\n");
            page.append("Version ")
                    .append(m.version())
                    .append(", for periods that end from ")
                    .append(m.effectiveFrom());
            page.append(m.effectiveTo() == null ? "" : " to " + m.effectiveTo())
                    .append(". Mark ")
                    .append(m.confidence())
                    .append(".\n\n");
            page.append("- **Numerator.** ").append(m.numeratorWords()).append('\n');
            page.append("- **Denominator.** ").append(m.denominatorWords()).append('\n');
            page.append("- **Cohort.** ").append(cohort(m.cohort())).append('\n');
            m.areas().forEach(area -> page.append("- **")
                    .append(area.attribution())
                    .append("** for ")
                    .append(String.join(", ", area.types()))
                    .append('\n'));
            if (m.doses() != null) {
                page.append("- **Counted doses.** ").append(doses(m.doses())).append('\n');
            }
            if (m.custody() != null) {
                page.append("- **States.** Counted ")
                        .append(String.join(", ", m.custody().counted()))
                        .append("; under care ")
                        .append(String.join(", ", m.custody().underCare()))
                        .append('\n');
            }
            if (m.screening() != null) {
                page.append(screening(m.screening()));
            }
            page.append("- **In the commissioner report and open data.** ")
                    .append(m.inReport() ? "yes" : "no, in the export only")
                    .append('\n');
            page.append("- **Thresholds.** ").append(thresholds(m)).append('\n');
            page.append("- **Source.** ").append(String.join("; ", m.sources())).append("\n\n");
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String cohort(MeasureDefinition.Cohort cohort) {
        StringBuilder text = new StringBuilder();
        switch (cohort.anchor()) {
            case BIRTHDAY_IN_PERIOD ->
                text.append("reaching ").append(cohort.age().inWords()).append(" in the period");
            case PERIOD_END ->
                text.append("at the end of the period, from ")
                        .append(cohort.fromAge().inWords())
                        .append(" to before ")
                        .append(cohort.beforeAge().inWords())
                        .append(" of age");
            case BORN_IN_PERIOD -> text.append("born in the period");
            case MOVED_IN_IN_PERIOD ->
                text.append("moved in, by the notice of it, in the period before ")
                        .append(cohort.beforeAge().inWords())
                        .append(" of age");
        }
        text.append(cohort.bornFrom() == null ? "" : "; born from " + cohort.bornFrom());
        text.append(cohort.bornTo() == null ? "" : "; born to " + cohort.bornTo());
        return text + " (" + cohort.source() + ", mark " + cohort.confidence() + ")";
    }

    private static String doses(MeasureDefinition.Doses doses) {
        StringBuilder text = new StringBuilder(String.join(" or ", doses.programmes()));
        text.append(
                doses.countedFrom() == null
                        ? ""
                        : ", from " + doses.countedFrom().inWords() + " of age");
        for (MeasureDefinition.Required r : doses.required()) {
            text.append("; dose ").append(r.dose()).append(" or later");
            text.append(r.fromAge() == null ? "" : " at " + r.fromAge().inWords() + " or older");
            text.append(r.intervalDays() == null ? "" : ", " + r.intervalDays() + " days or more after the one before");
        }
        return text.toString();
    }

    private static String screening(MeasureScreening asked) {
        StringBuilder text = new StringBuilder();
        if (asked.condition() != null) {
            text.append("- **Conclusive.** %s with status %s\n"
                    .formatted(asked.condition(), String.join(", ", asked.conclusive())));
        }
        for (MeasureScreening.Limit limit : asked.limits()) {
            text.append("- **In time%s.** Within %s%s%s (%s, mark %s)\n"
                    .formatted(
                            limit.model() == null ? "" : ", " + limit.model() + " model",
                            limit.hours() == null ? "" : limit.hours() + " hours, by days alone within ",
                            limit.within().inWords(),
                            limit.corrected() ? ", corrected for births before term" : "",
                            limit.source(),
                            limit.confidence()));
        }
        if (asked.models() != null) {
            text.append("- **Providers.** %s unless named%s (%s, mark %s)\n"
                    .formatted(
                            asked.models().byDefault(),
                            asked.models().providers().stream()
                                    .map(named -> "; %s %s".formatted(named.provider(), named.model()))
                                    .collect(Collectors.joining()),
                            asked.models().source(),
                            asked.models().confidence()));
        }
        text.append("- **Deaths that take out.** %s%s (%s, mark %s)\n"
                .formatted(
                        asked.death().takesOut(),
                        asked.death().age() == null
                                ? ""
                                : " of " + asked.death().age().inWords(),
                        asked.death().source(),
                        asked.death().confidence()));
        text.append("- **Counting.** Incomplete until %d days after the period, counted anew until %d days after it\n"
                .formatted(asked.completeAfterDays(), asked.recountedDays()));
        return text.toString();
    }

    private static String thresholds(MeasureDefinition m) {
        if (m.acceptablePermille() == null && m.achievablePermille() == null) {
            return "none";
        }
        return "acceptable " + permille(m.acceptablePermille()) + ", achievable " + permille(m.achievablePermille());
    }

    private static String permille(Integer value) {
        return value == null ? "none" : value / 10 + "." + value % 10 + "%";
    }

    private static String codeLists(Definitions definitions) {
        StringBuilder page = new StringBuilder("# Code lists\n\n").append(MARKS);
        for (CodeList list : new TreeMap<>(definitions.codeLists()).values()) {
            page.append("## ").append(list.name()).append("\n\n");
            List<String> columns =
                    list.columns().stream().map(CodeListColumn::name).toList();
            row(page, columns.toArray(String[]::new));
            row(page, columns.stream().map(column -> "---").toArray(String[]::new));
            list.rows()
                    .forEach(values -> row(
                            page,
                            columns.stream()
                                    .map(column -> cell(values.get(column)))
                                    .toArray(String[]::new)));
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String cell(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value == null ? "" : value.toString();
    }

    static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        page.append('\n');
    }
}
