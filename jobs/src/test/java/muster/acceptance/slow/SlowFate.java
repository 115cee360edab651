package muster.acceptance.slow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What became of a file: whether it was taken, and of its lines those not simply applied. */
public final class SlowFate {

    /** TAKEN, or outcome and reason of the file: {@code REJECTED CONTROL_TOTAL}. */
    public String file = "TAKEN";

    /** Rows read, repeated headers included. */
    public int read;

    /** Rows simply applied. */
    public int applied;

    /** Unchanged rows. */
    public int noChange;

    /** {@code line OUTCOME CODE;CODE}, codes sorted; the line is empty for the file as a whole. */
    public final List<String> lines = new ArrayList<>();

    /** What is remarked on the file as a whole: one line without a number. */
    void remark(String code) {
        String before = lines.stream()
                .filter(line -> line.startsWith("APPLIED_WITH_WARNING"))
                .findFirst()
                .orElse("");
        lines.remove(before);
        TreeSet<String> codes = new TreeSet<>(List.of(code));
        if (!before.isEmpty()) {
            codes.addAll(List.of(before.split(" ")[1].split(";")));
        }
        line("", "APPLIED_WITH_WARNING", codes);
    }

    static SlowFate of(String outcome, String reason) {
        SlowFate fate = new SlowFate();
        fate.file = outcome + " " + reason;
        return fate;
    }

    void line(Object number, String outcome, Iterable<String> codes) {
        TreeSet<String> sorted = new TreeSet<>();
        codes.forEach(sorted::add);
        lines.add((number + " " + outcome + " " + String.join(";", sorted)).strip());
    }

    @Override
    public String toString() {
        return file + " read=" + read + " applied=" + applied + " noChange=" + noChange + " " + lines;
    }
}
