package muster.definition;

import java.util.Optional;

/** The SELECTs that definitions name, on the class path below {@code sql/}. */
final class SqlFiles {

    private static final String MISSING = "No SQL file is sql/";

    private SqlFiles() {}

    /** Path of an evidence SELECT below {@code sql/}. */
    static String evidence(String name) {
        return "50_exception/evidence/" + name + ".sql";
    }

    /** What to say where a file is missing. */
    static Optional<String> missing(String path) {
        boolean there = SqlFiles.class.getClassLoader().getResource("sql/" + path) != null;
        return there ? Optional.empty() : Optional.of(MISSING + path + ".");
    }

    /** Whether a problem says that a SELECT is missing. */
    static boolean saysMissing(DefinitionProblem problem) {
        return problem.what().startsWith(MISSING);
    }
}
