package muster.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that an exception definition names only what exists: SQL, evidence, reasons, roles, facts. */
final class ExceptionReferences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}");

    private final Definitions definitions;
    private final YamlDocument document;
    private final ExceptionDefinition exception;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    ExceptionReferences(Definitions definitions, YamlDocument document) {
        this.definitions = definitions;
        this.document = document;
        this.exception = definitions.exception(document.root().path("id").asText());
    }

    List<DefinitionProblem> check() {
        fileName();
        sql();
        closures();
        items();
        roles();
        sentence();
        clock();
        for (int i = 0; i < exception.severity().changes().size(); i++) {
            String other = exception.severity().changes().get(i).alsoOpen();
            boolean known = other == null || definitions.exceptions().stream().anyMatch(e -> e.id().equals(other));
            if (!known) {
                unknown("/severity/changes/" + i + "/also_open", other, "config/exceptions");
            }
        }
        problems.addAll(Unique.values(document, "/parameters", "name"));
        return problems;
    }

    private void fileName() {
        String start = "exceptions/" + exception.id().toLowerCase(Locale.ROOT).replace('-', '_') + "_";
        if (!document.path().startsWith(start)) {
            problems.add(document.problem(
                    "/id",
                    "The file's name does not begin with its code.",
                    "Name it " + start + "<a few words>.yaml."));
        }
    }

    private void sql() {
        SqlFiles.missing(exception.sql())
                .ifPresent(
                        what -> problems.add(document.problem("/sql", what, "Write the SELECT, or correct the path.")));
    }

    private void closures() {
        CodeList reasons = definitions.codeList("closure_reason");
        for (int i = 0; i < exception.closesOn().size(); i++) {
            ExceptionDefinition.Closure closure = exception.closesOn().get(i);
            String at = "/closes_on/" + i;
            SqlFiles.missing(SqlFiles.evidence(closure.evidence()))
                    .ifPresent(what -> problems.add(
                            document.problem(at + "/evidence", what, "Write the SELECT, or correct the name.")));
            known(at + "/reason", closure.reason(), reasons, "code");
        }
        for (int i = 0; i < exception.withoutGeneral().size(); i++) {
            known(
                    "/without_general/" + i,
                    exception.withoutGeneral().get(i),
                    definitions.codeList("general_closure"),
                    "evidence");
        }
        List<String> manual = reasons.valuesWhere("code", "manual");
        for (int i = 0; i < exception.manualReasons().size(); i++) {
            String reason = exception.manualReasons().get(i);
            if (!manual.contains(reason)) {
                unknown("/manual_reasons/" + i, reason, "codes/closure_reason.csv with manual = Y");
            }
        }
    }

    private void items() {
        for (int i = 0; i < exception.items().size(); i++) {
            String code = exception.items().get(i);
            boolean known =
                    definitions.items().stream().anyMatch(item -> item.item().equals(code) && item.tracked());
            if (!known) {
                unknown("/items/" + i, code, "pathway/pathway.yaml as an item that is tracked");
            }
        }
    }

    private void roles() {
        CodeList roles = definitions.codeList("owner_role");
        known("/owner/role", exception.owner().role(), roles, "code");
        if (exception.owner().restrictedRole() != null) {
            known("/owner/restricted_role", exception.owner().restrictedRole(), roles, "code");
        }
        for (int i = 0; i < exception.copiedTo().size(); i++) {
            known("/copied_to/" + i, exception.copiedTo().get(i), roles, "code");
        }
    }

    private void sentence() {
        Matcher matcher = PLACEHOLDER.matcher(exception.reasonSentence());
        while (matcher.find()) {
            if (!exception.facts().containsKey(matcher.group(1))) {
                unknown("/reason_sentence", matcher.group(), "its own facts");
            }
        }
    }

    private void clock() {
        List<ExceptionDefinition.ClockLevel> clock = exception.clock();
        for (int i = 0; i < clock.size(); i++) {
            boolean later =
                    i == 0 || clock.get(i).reachedAfter() > clock.get(i - 1).reachedAfter();
            boolean sound = clock.get(i).level() == i + 1
                    && later
                    && clock.get(i).dueAfter() >= clock.get(i).reachedAfter();
            if (!sound) {
                problems.add(
                        document.problem(
                                "/clock/" + i,
                                "The levels of the clock do not follow one another.",
                                "Write levels 1, 2, 3, each reached later than the one before and due no earlier than reached."));
            }
        }
    }

    private void known(String pointer, String value, CodeList list, String column) {
        if (!list.values(column).contains(value)) {
            unknown(pointer, value, "codes/" + list.name() + ".csv");
        }
    }

    private void unknown(String pointer, String value, String where) {
        problems.add(document.problem(
                pointer, "'" + value + "' stands nowhere in " + where + ".", "Correct it, or add it there."));
    }
}
