package muster.definition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.definition.PathwayItem.Older;
import muster.definition.PathwayItem.Type;

/** The pathway handbook for clinicians: an index, and a page with a decision table for each item. */
final class PathwayPages {

    /** Folder of the pages of the items. */
    static final String FOLDER = "pathway/";

    /** A mark within the words of a source, for example {@code [D]}. */
    private static final Pattern MARK = Pattern.compile("\\[[RSGDCO]]");

    private final Definitions definitions;

    private PathwayPages(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The pages by file name: the index {@code pathway.md}, the items in {@code pathway/}. */
    static Map<String, String> pages(Definitions definitions) {
        PathwayPages pages = new PathwayPages(definitions);
        Map<String, String> texts = new TreeMap<>();
        texts.put("pathway.md", pages.index());
        definitions.items().forEach(item -> texts.put(file(item), pages.page(item)));
        return texts;
    }

    private static String file(PathwayItem item) {
        return FOLDER + item.item() + ".md";
    }

    private String index() {
        StringBuilder page =
                new StringBuilder("# The pathway, from before birth to 19\n\n").append(DocsGenerator.MARKS);
        page.append("Every item has a page: what it is, who has it, when it is due, and who owes it. ")
                .append(
                        "[G] and [D] are to be confirmed by a clinician or commissioner before anybody relies on them.\n\n")
                .append(
                        "A day is counted from birth, the day of birth being day 0. An age is reached on the same day of ")
                .append(
                        "the month; where the month has no such day, on the first of the next month. School years begin ")
                .append("on 1 ")
                .append(PathwayWords.month(definitions.number("academic_year_first_month")))
                .append(". ")
                .append(outOfYear())
                .append(".\n");
        for (Type type : Type.values()) {
            page.append("\n## ").append(PathwayWords.type(type)).append("\n\n");
            page.append("| Code | Name | Due | Owed by | Marks |\n| --- | --- | --- | --- | --- |\n");
            definitions.items().stream().filter(item -> item.type() == type).forEach(item -> indexRow(page, item));
        }
        return page.toString();
    }

    private String outOfYear() {
        Setting limit = definitions.setting("taught_out_of_year_limit");
        return "A child whom a list of its school has in another year group, up to "
                + new Age(limit.value(), AgeUnit.YEARS).inWords()
                + " out of its own [" + limit.confidence()
                + "], goes by that year group where a day or a rule is one of a school year; "
                + "what goes by age goes by its birth date all the same";
    }

    private void indexRow(StringBuilder page, PathwayItem item) {
        DocsGenerator.row(
                page,
                "[" + item.item() + "](" + file(item) + ")",
                item.title(),
                item.tracked()
                        ? distinct(item.rules().stream().map(rule -> PathwayWords.limit(rule.due())))
                        : "not tracked",
                distinct(item.rules().stream().map(rule -> role(rule.responsible()))),
                distinct(item.rules().stream().map(PathwayPages::mark)));
    }

    private String page(PathwayItem item) {
        StringBuilder page = new StringBuilder("# ").append(item.title()).append("\n\n");
        page.append(PathwayWords.type(item.type()))
                .append(", code `")
                .append(item.item())
                .append("`. [All items](../pathway.md)\n\n");
        page.append(item.what()).append("\n\n");
        if (!item.tracked()) {
            page.append("**Not tracked.** ")
                    .append(sentence(item.whyNotTracked()))
                    .append(" No child is called due or overdue.\n\n");
        }
        decisions(page, item);
        older(page, item);
        if (item.goesBySchoolYear()) {
            page.append("\n").append(outOfYear()).append(".\n");
        }
        if (item.rules().stream().anyMatch(PathwayRule::corrected)) {
            page.append("\nFor a baby born before 40 weeks, ages are counted from the day on which 40 weeks were due, ")
                    .append("where the length of gestation is known; never from a day before birth.\n");
        }
        waits(page, item);
        courses(page, item);
        sources(page, item);
        return page.toString();
    }

    private void decisions(StringBuilder page, PathwayItem item) {
        page.append("## Who has it, and when\n\n");
        page.append("| Who has it | Due | Target | Amber | Red | Latest | Who owes it | Rule | Mark |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (PathwayRule rule : item.rules()) {
            DocsGenerator.row(
                    page,
                    who(rule, item.bySchoolYear()),
                    due(rule),
                    limit(rule.target(), "by ", "none"),
                    limit(rule.amber(), "from ", "never"),
                    limit(rule.red(), "from ", "never"),
                    limit(rule.latest(), "until ", "no limit"),
                    role(rule.responsible()),
                    rule.rule() + ", version " + rule.version(),
                    mark(rule));
        }
        page.append(
                        "\nDue: owed from that day. Amber: raised if still open. Red: escalated. Latest: after that day nobody is ")
                .append("asked for it any more.\n");
    }

    private String who(PathwayRule rule, boolean asTaught) {
        String births = PathwayWords.range(rule.bornFrom(), rule.bornTo());
        String force = PathwayWords.range(rule.effectiveFrom(), rule.effectiveTo());
        return Stream.of(
                        births.isEmpty()
                                ? everyChild(rule)
                                : "Born " + births + (asTaught ? ", or taught with those" : ""),
                        rule.eligible() == null ? null : "only if: " + eligibility(rule.eligible()),
                        rule.unless() == null ? null : "not if: " + eligibility(rule.unless()),
                        force.isEmpty() ? null : "in force " + force)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static String everyChild(PathwayRule rule) {
        return rule.eligible() == null ? "Every child" : "Any date of birth";
    }

    private static String due(PathwayRule rule) {
        String earliest = rule.earliest() == null || rule.earliest().equals(rule.due())
                ? ""
                : "; counts from " + PathwayWords.limit(rule.earliest());
        return "from " + PathwayWords.limit(rule.due()) + earliest;
    }

    private static String limit(PathwayLimit limitOrNull, String before, String none) {
        return limitOrNull == null ? none : before + PathwayWords.limit(limitOrNull);
    }

    private static void older(StringBuilder page, PathwayItem item) {
        boolean always = item.rules().stream().anyMatch(rule -> rule.bornFrom() == null);
        if (!always) {
            LocalDate first = item.rules().stream()
                    .map(PathwayRule::bornFrom)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            page.append("\nChildren born before ")
                    .append(PathwayWords.date(first))
                    .append(
                            item.older() == Older.NOT_HELD
                                    ? " had an older schedule that is not held here: they are counted and shown, never overdue.\n"
                                    : " do not have it.\n");
        }
    }

    private void waits(StringBuilder page, PathwayItem item) {
        item.rules().stream()
                .map(PathwayRule::waitsFor)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(code -> page.append("\nBlocked, not overdue, while the child ")
                        .append(eligibility(code))
                        .append(".\n"));
    }

    private void courses(StringBuilder page, PathwayItem item) {
        Set<String> courses = item.rules().stream()
                .map(PathwayRule::course)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String code : courses) {
            Map<String, Object> course = row("course", "course", code);
            page.append("\n## What fills it: ").append(course.get("meaning")).append("\n\n");
            page.append("- **Vaccines.** ").append(vaccines(code, "fills")).append(".\n");
            item.rules().stream()
                    .filter(rule -> code.equals(rule.course()))
                    .collect(Collectors.groupingBy(PathwayRule::dose, TreeMap::new, Collectors.toList()))
                    .forEach((dose, rules) -> page.append("- **Dose.** ")
                            .append(dose(dose, rules))
                            .append(".\n"));
            page.append("- **Ages that count.** ").append(ages(course)).append(".\n");
            page.append("- **Interval.** ").append(interval(code, course)).append(".\n");
            page.append("- **Source.** ")
                    .append(course.get("source"))
                    .append(" (mark ")
                    .append(course.get("confidence"))
                    .append(")\n");
        }
    }

    private static String dose(int dose, List<PathwayRule> rules) {
        String earliest = distinct(rules.stream()
                .map(PathwayRule::earliest)
                .filter(Objects::nonNull)
                .map(PathwayWords::limit));
        return "At least " + dose + " counted"
                + (earliest.isEmpty() ? "" : "; the one that fills it is not given before " + earliest);
    }

    private static String ages(Map<String, Object> course) {
        String from = bound(course, "counted_from", "from ");
        String before = bound(course, "counted_before", "before ");
        String both = (from + " " + before).strip();
        return both.isEmpty() ? "Any" : "A dose counts " + both + " of age";
    }

    private static String bound(Map<String, Object> course, String name, String word) {
        Object amount = course.get(name + "_amount");
        return amount == null
                ? ""
                : word + new Age((Integer) amount, AgeUnit.valueOf((String) course.get(name + "_unit"))).inWords();
    }

    private String interval(String code, Map<String, Object> course) {
        Object days = course.get("interval_days");
        if (days == null) {
            return "None asked for";
        }
        int tolerance = (Integer) course.get("tolerance_days");
        String early = tolerance == 0
                ? "; a dose given earlier does not count"
                : "; a dose up to " + new Age(tolerance, AgeUnit.DAYS).inWords() + " early counts and is marked";
        return days + " days or more since the last dose of " + vaccines(code, "starts_interval") + early;
    }

    private String vaccines(String course, String flag) {
        return definitions.codeList("course_programme").rows().stream()
                .filter(row -> course.equals(row.get("course")) && Boolean.TRUE.equals(row.get(flag)))
                .map(row -> (String)
                        row("programme", "code", (String) row.get("programme")).get("meaning"))
                .collect(Collectors.joining(" or "));
    }

    private static void sources(StringBuilder page, PathwayItem item) {
        page.append("\n## Where it is written\n\n");
        item.rules().forEach(rule -> page.append("- ")
                .append(rule.rule())
                .append(": ")
                .append(rule.source())
                .append(" (mark ")
                .append(rule.confidence())
                .append(")\n"));
    }

    private String eligibility(String code) {
        String meaning = (String) row("eligibility", "code", code).get("meaning");
        return meaning.substring(0, 1).toLowerCase(Locale.UK) + meaning.substring(1);
    }

    private String role(String code) {
        return (String) row("owner_role", "code", code).get("meaning");
    }

    private Map<String, Object> row(String list, String column, String code) {
        return definitions.codeList(list).rows().stream()
                .filter(row -> code.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    /** The rule's own mark, and those that its source gives to parts of it: "[R], parts [D]". */
    private static String mark(PathwayRule rule) {
        String own = "[" + rule.confidence() + "]";
        String parts = MARK.matcher(rule.source())
                .results()
                .map(MatchResult::group)
                .filter(part -> !part.equals(own))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return own + (parts.isEmpty() ? "" : ", parts " + parts);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String distinct(Stream<String> values) {
        return values.distinct().collect(Collectors.joining(" or "));
    }
}
