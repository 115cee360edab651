package muster.definition;

import java.util.ArrayList;
import java.util.List;

/** Checks that an output names a known audience, disclosure profile, wording and drop-down lists (SG-01). */
final class OutputReferences {

    private static final List<String> LIST_WORDS = List.of("how_to", "empty", "empty_but_baseline", "baseline");

    private final Definitions definitions;
    private final YamlDocument document;
    private final ConfigTree tree;
    private final OutputDefinition output;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    OutputReferences(Definitions definitions, YamlDocument document, ConfigTree tree) {
        this.definitions = definitions;
        this.document = document;
        this.tree = tree;
        this.output = definitions.output(document.root().path("id").asText());
    }

    List<DefinitionProblem> check() {
        if (!definitions.codeList("audience").values("code").contains(output.audience())) {
            say("/audience", "'" + output.audience() + "' is no audience.", "Use a code of codes/audience.csv.");
        }
        disclosure();
        boolean worded = output.wording() == null
                || definitions.wordings().stream()
                        .anyMatch(wording -> wording.id().equals(output.wording()));
        if (!worded) {
            say("/wording", "No file is messages/" + output.wording() + ".yaml.", "Write it, or correct the name.");
        }
        if (output.schedule() != null) {
            words();
        }
        for (int feed = 0; feed < output.restsOn().size(); feed++) {
            if (!definitions.feedLimits().containsKey(output.restsOn().get(feed))) {
                say(
                        "/rests_on/" + feed,
                        "'" + output.restsOn().get(feed) + "' is no feed.",
                        "Name a feed of config/feeds.");
            }
        }
        for (int sheet = 0; sheet < output.sheets().size(); sheet++) {
            columns(sheet);
        }
        problems.addAll(Unique.values(document, "/sheets", "name"));
        return problems;
    }

    /** A list with a schedule is written with words of its own, also when it is empty. */
    private void words() {
        List<String> needed = new ArrayList<>(LIST_WORDS);
        if (output.schedule().dailyUnderDays() != null) {
            needed.add("empty_daily");
        }
        definitions.wordings().stream()
                .filter(wording -> wording.id().equals(output.wording()))
                .forEach(wording -> needed.removeAll(wording.texts().keySet()));
        if (!needed.isEmpty()) {
            say(
                    "/wording",
                    "A list with a schedule needs the texts " + String.join(", ", needed) + ".",
                    "Write them in the file of config/messages that wording names.");
        }
        if (output.sheets().size() != 2) {
            say("/sheets", "A list with a schedule has two sheets.", "Add the one for what a first load finds.");
        }
    }

    private void disclosure() {
        boolean tiered = output.tier() != OutputDefinition.Tier.NONE;
        if (tiered != (output.disclosure() != null)) {
            say(
                    "/tier",
                    "A tier has a disclosure profile, and an output without a tier has none.",
                    "Add or remove disclosure.");
        } else if (tiered && !tree.files().containsKey("disclosure/" + output.disclosure() + ".yaml")) {
            say(
                    "/disclosure",
                    "No file is disclosure/" + output.disclosure() + ".yaml.",
                    "Write the profile, or correct the name.");
        }
        if (output.personal() && output.tier() != OutputDefinition.Tier.T1) {
            say("/personal", "Rows about people may leave in tier T1 alone.", "Correct the tier.");
        }
    }

    private void columns(int sheet) {
        problems.addAll(Unique.values(document, "/sheets/" + sheet + "/columns", "header"));
        List<OutputDefinition.Column> columns = output.sheets().get(sheet).columns();
        for (int i = 0; i < columns.size(); i++) {
            OutputDefinition.Column column = columns.get(i);
            String at = "/sheets/" + sheet + "/columns/" + i;
            if ((column.type() == OutputDefinition.CellType.LIST) != (column.list() != null)) {
                say(at, "A drop-down has a list, another cell none.", "Add or remove list.");
            } else if (column.list() != null && !definitions.codeLists().containsKey(column.list())) {
                say(at + "/list", "'" + column.list() + "' is no code list.", "Name a list of config/codes.");
            }
            if ((column.kind() == OutputDefinition.ColumnKind.STAFF) == (column.field() != null)) {
                say(at, "Staff cells have no field, the others have one.", "Add or remove field.");
            }
        }
    }

    private void say(String pointer, String what, String mend) {
        problems.add(document.problem(pointer, what, mend));
    }
}
