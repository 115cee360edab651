package muster.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All derived tables: the files of the stage folders under {@code sql/}, parts of one table put together. */
public final class Models {

    private static final String ROOT = "sql/";

    private final Map<String, SqlModel> byName;

    private Models(Map<String, SqlModel> byName) {
        this.byName = byName;
    }

    /** Reads every model of the stages: the files directly in folders named {@code nn_stage}, and {@code reference}. */
    public static Models load() {
        // A class path that names one folder twice shows every file twice: it is one model all the same.
        Map<String, SqlModel> files = new TreeMap<>();
        for (Resource resource : resources("classpath*:" + ROOT + "**/*.sql")) {
            String path = pathOf(resource);
            if (isModel(path)) {
                files.putIfAbsent(path, SqlModel.parse(path, textOf(resource)));
            }
        }
        Map<String, List<SqlModel>> grouped = files.values().stream()
                .collect(Collectors.groupingBy(SqlModel::name, LinkedHashMap::new, Collectors.toList()));
        Map<String, SqlModel> byName = new LinkedHashMap<>();
        grouped.forEach((name, parts) -> byName.put(name, together(parts)));
        return new Models(byName);
    }

    /** Migrations, exports, and questions about scope, checks and profiles are run by those who own them. */
    private static boolean isModel(String path) {
        return (path.matches("\\d\\d_.*") || path.startsWith("reference/"))
                && !path.startsWith("00_schema/")
                && !path.contains("/scope/")
                && !path.contains("/profile/")
                && !path.contains("/check/");
    }

    /** The text of one file under {@code sql/}, such as an export. */
    public static String text(String path) {
        return textOf(new PathMatchingResourcePatternResolver().getResource("classpath:" + ROOT + path));
    }

    /** Every model, in the order of their paths. */
    public List<SqlModel> all() {
        return List.copyOf(byName.values());
    }

    /** The models of one stage folder, for example {@code 30_cohort}. */
    public List<SqlModel> stage(String stage) {
        return byName.values().stream()
                .filter(model -> model.stage().equals(stage))
                .toList();
    }

    /**
     * The model of one table, or of a path where several files fill one table: decisions on landed lines, events.
     *
     * @throws IllegalArgumentException when no file fills it
     */
    public SqlModel of(String name) {
        SqlModel model = byName.get(name);
        if (model == null) {
            throw new IllegalArgumentException("no file under sql/ fills " + name);
        }
        return model;
    }

    /** One SELECT from the parts of a table: each part's rows marked with its name, as one union. */
    private static SqlModel together(List<SqlModel> parts) {
        SqlModel first = parts.get(0);
        if (parts.size() == 1 && first.part() == null) {
            return first;
        }
        String union = parts.stream()
                .map(part -> "select '" + part.part().value() + "'::text as "
                        + part.part().column() + ", part.* from (\n" + part.select() + "\n) as part")
                .collect(Collectors.joining("\nunion all\n"));
        List<String> grain = new ArrayList<>(List.of(first.part().column()));
        grain.addAll(first.grain());
        return new SqlModel(
                first.path(),
                first.target(),
                grain,
                first.scope(),
                first.keys(),
                first.kind(),
                first.provenance(),
                null,
                first.hashJoins(),
                union);
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pathOf(Resource resource) {
        try {
            String location = resource.getURL().toString();
            return location.substring(location.lastIndexOf("/" + ROOT) + ROOT.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
