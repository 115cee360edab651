package muster.definition;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of the exception types. */
final class RulePages {

    private RulePages() {}

    static String rules(Definitions definitions) {
        StringBuilder page = new StringBuilder("# Exception types\n\n");
        page.append("Marks in brackets: R read in a source, S specification, G general knowledge to be confirmed,")
                .append(" D decision of this service, C worked out, O our own layout.\n\n");
        page.append("| Code | Name | Severity | Owner | Closes by itself |\n| --- | --- | --- | --- | --- |\n");
        for (ExceptionDefinition e : definitions.exceptions()) {
            DocsGenerator.row(
                    page,
                    e.id(),
                    e.title(),
                    String.valueOf(e.severity().base()),
                    role(definitions, e.owner().role()),
                    e.closesOn().isEmpty() ? "no" : "yes");
        }
        definitions.exceptions().forEach(e -> one(page, definitions, e));
        return page.toString();
    }

    private static void one(StringBuilder page, Definitions definitions, ExceptionDefinition e) {
        page.append("\n## ").append(e.id()).append(": ").append(e.title()).append("\n\n");
        page.append(e.introduction())
                .append("\n\n")
                .append("**What to do.** ")
                .append(e.recommendation())
                .append("\n\n");
        line(page, "Version", e.version() + ", from " + e.effectiveFrom() + " [" + e.confidence() + "]");
        line(page, "Found by", "`sql/" + e.sql() + "`, one case for each " + grain(e.grain()));
        if (!e.items().isEmpty()) {
            line(page, "Pathway items", String.join(", ", e.items()));
        }
        line(page, "Severity", severity(e));
        e.parameters()
                .forEach(p -> line(
                        page,
                        "Threshold",
                        "`" + p.name() + "` = " + p.value() + " "
                                + words(p.unit().name()) + " [" + p.confidence() + "]: " + p.why()));
        line(page, "Clock", clock(definitions.clock(e)));
        line(page, "Owner", role(definitions, e.owner().role()) + restricted(definitions, e));
        if (!e.copiedTo().isEmpty()) {
            line(
                    page,
                    "Copied to",
                    e.copiedTo().stream().map(r -> role(definitions, r)).collect(Collectors.joining(", ")));
        }
        line(
                page,
                "Restricted child",
                e.whenRestricted() == ExceptionDefinition.WhenRestricted.SUPPRESSED
                        ? "not raised"
                        : "raised, on the restricted list only");
        line(
                page,
                "After a formal death",
                e.afterDeath() == ExceptionDefinition.AfterDeath.STANDS ? "stands" : "closes");
        if (!e.closesOn().isEmpty()) {
            line(
                    page,
                    "Closes on",
                    e.closesOn().stream()
                            .map(c -> "`" + c.evidence() + "` (" + c.reason() + ")")
                            .collect(Collectors.joining(", ")));
        }
        line(page, "Staff may close with", String.join(", ", definitions.manualReasons(e)));
        if (e.national() != null) {
            line(page, "National alert", national(e.national()));
        }
        line(page, "Sentence", e.reasonSentence() + facts(e));
        line(page, "Source", String.join("; ", e.sources()));
    }

    private static void line(StringBuilder page, String name, String text) {
        page.append("- **").append(name).append(".** ").append(text).append('\n');
    }

    private static String grain(ExceptionDefinition.Grain grain) {
        return switch (grain) {
            case CHILD -> "child";
            case AGENCY -> "child and agency";
            case ITEM -> "child and pathway item";
            case RECORD -> "register record";
            case SENDER -> "sender of a list";
        };
    }

    private static String severity(ExceptionDefinition e) {
        String base = String.valueOf(e.severity().base());
        return base + e.severity().changes().stream().map(RulePages::change).collect(Collectors.joining());
    }

    private static String change(ExceptionDefinition.Change change) {
        StringBuilder text = new StringBuilder("; ").append(change.to());
        text.append(change.fromAge() == null ? "" : " from " + change.fromAge().inWords() + " of age");
        text.append(
                change.beforeAge() == null
                        ? ""
                        : " before " + change.beforeAge().inWords() + " of age");
        text.append(change.itemState() == null ? "" : " while the item is " + change.itemState());
        text.append(change.alsoOpen() == null ? "" : " while " + change.alsoOpen() + " is open too");
        return text.append(" [").append(change.confidence()).append(']').toString();
    }

    private static String clock(List<ExceptionDefinition.ClockLevel> levels) {
        return levels.stream()
                .map(l -> "level " + l.level() + " from day " + l.reachedAfter() + ", to act by day " + l.dueAfter()
                        + " (" + words(l.unit().name()) + " days)")
                .collect(Collectors.joining("; "));
    }

    private static String restricted(Definitions definitions, ExceptionDefinition e) {
        String role = e.owner().restrictedRole();
        return role == null ? "" : "; for a restricted child " + role(definitions, role);
    }

    private static String role(Definitions definitions, String code) {
        return definitions.codeList("owner_role").rows().stream()
                .filter(row -> code.equals(row.get("code")))
                .map(row -> (String) row.get("meaning"))
                .findFirst()
                .orElse(code);
    }

    private static String national(ExceptionDefinition.National national) {
        StringBuilder text = new StringBuilder("reason ").append(national.reason());
        text.append(", action ").append(national.action());
        return text.append(national.message() == null ? "" : ", message " + national.message())
                .toString();
    }

    private static String facts(ExceptionDefinition e) {
        return e.facts().isEmpty()
                ? ""
                : " Facts: "
                        + new TreeMap<>(e.facts())
                                .entrySet().stream()
                                        .map(fact -> fact.getKey() + " ("
                                                + words(fact.getValue().name()) + ")")
                                        .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
