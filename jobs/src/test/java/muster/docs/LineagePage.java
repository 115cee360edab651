package muster.docs;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.engine.Lineage;
import muster.engine.Models;
import muster.engine.SqlModel;

/** Where every derived table comes from, as the server says. */
final class LineagePage {

    /** Read by nearly everything: left out of the picture, kept in the table. */
    private static final Set<String> EVERYWHERE = Set.of("definition", "engine", "reference", "landing");

    private final Map<String, Set<String>> reads = new TreeMap<>();
    private final Map<String, Set<String>> byStage = new TreeMap<>();
    private final Map<String, Set<String>> files = new TreeMap<>();

    LineagePage(Models models, Lineage lineage) {
        for (SqlModel model : models.all()) {
            byStage.computeIfAbsent(model.stage(), stage -> new TreeSet<>()).add(model.target());
            files.computeIfAbsent(model.target(), target -> new LinkedHashSet<>())
                    .add(model.path());
            reads.computeIfAbsent(model.target(), target -> new TreeSet<>()).addAll(lineage.reads(model));
        }
    }

    String text() {
        StringBuilder page = new StringBuilder("# Lineage\n\n")
                .append(
                        "What each derived table is made from. The server says so: a temporary view of the model's SELECT is")
                .append(" made and its dependencies are read from the catalogue.\n\n")
                .append("The picture leaves out `definition`, `engine`, `reference` and `landing`, which are read")
                .append(" everywhere; the table has them.\n\n");
        picture(page);
        byStage.forEach((stage, targets) -> {
            page.append("\n## ").append(stage).append("\n\n| Table | Made by | Reads |\n| --- | --- | --- |\n");
            targets.forEach(target -> page.append("| ")
                    .append(target)
                    .append(" | ")
                    .append(madeBy(target))
                    .append(" | ")
                    .append(String.join(", ", reads.get(target)))
                    .append(" |\n"));
        });
        return page.toString();
    }

    /** Parts of one table share its name up to the part's own: the folder says it in one line. */
    private String madeBy(String target) {
        Set<String> paths = files.get(target);
        String first = paths.iterator().next();
        if (target.equals("exception.finding") || target.equals("exception.evidence") || paths.size() > 1) {
            return "the parts in `sql/" + first.substring(0, first.lastIndexOf('/')) + "/`";
        }
        return "`sql/" + first + "`";
    }

    private void picture(StringBuilder page) {
        page.append("```mermaid\nflowchart LR\n");
        byStage.forEach((stage, targets) -> {
            if (targets.stream().allMatch(target -> EVERYWHERE.contains(schemaOf(target)))) {
                return;
            }
            page.append("  subgraph ")
                    .append(stage.replaceFirst("^\\d\\d_", ""))
                    .append('\n');
            targets.stream().filter(this::drawn).forEach(target -> page.append("    ")
                    .append(node(target))
                    .append('[')
                    .append(tableOf(target))
                    .append("]\n"));
            page.append("  end\n");
        });
        byStage.values()
                .forEach(targets -> targets.stream().filter(this::drawn).forEach(target -> reads.get(target).stream()
                        .filter(read -> !read.equals(target) && drawn(read))
                        .forEach(read -> page.append("  ")
                                .append(node(read))
                                .append(" --> ")
                                .append(node(target))
                                .append('\n'))));
        page.append("```\n");
    }

    private boolean drawn(String table) {
        return !EVERYWHERE.contains(schemaOf(table));
    }

    private static String schemaOf(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static String tableOf(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    /** Some table names are words of the drawing language, so a node bears its schema too. */
    private static String node(String table) {
        return table.replace('.', '_');
    }
}
