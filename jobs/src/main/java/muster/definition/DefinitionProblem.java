package muster.definition;

/**
 * One thing wrong with the configuration, as {@code check-config} prints it.
 *
 * @param file path below {@code config/}
 * @param line 1-based; 0 where the problem has no line (a file that is missing)
 * @param what what is wrong
 * @param mend what to change
 */
public record DefinitionProblem(String file, int line, String what, String mend)
        implements Comparable<DefinitionProblem> {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + " Mend: " + mend;
    }

    @Override
    public int compareTo(DefinitionProblem other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : what.compareTo(other.what);
    }
}
