package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The intake export of one night, and its arithmetic (rulings 3). */
record IntakeLedger(List<Map<String, String>> rows) {

    static IntakeLedger of(Installation installation, String date) {
        IntakeLedger ledger = new IntakeLedger(installation.export("intake", date));
        ledger.addsUp();
        return ledger;
    }

    List<Map<String, String>> of(String file) {
        return rows.stream().filter(row -> row.get("file_name").equals(file)).toList();
    }

    /** What became of a file that was not taken: outcome and reason, for example HELD SEQUENCE_GAP. */
    String fate(Dropped file) {
        return fate(file.name());
    }

    String fate(String name) {
        List<Map<String, String>> lines = of(name);
        if (lines.stream().anyMatch(row -> row.get("outcome").equals("READ"))) {
            return "TAKEN";
        }
        assertThat(lines).as("rows of %s", name).hasSize(1);
        assertThat(lines.get(0).get("line_number")).isEmpty();
        assertThat(lines.get(0).get("rows")).isEqualTo("0");
        return (lines.get(0).get("outcome") + " " + lines.get(0).get("reason_code")).strip();
    }

    /** What became of one line, for example REJECTED NHS_CHECK_DIGIT; null when it was simply applied. */
    String line(Dropped file, int line) {
        return of(file.name()).stream()
                .filter(row -> row.get("line_number").equals(Integer.toString(line)))
                .map(row -> (row.get("outcome") + " " + row.get("reason_code")).strip())
                .findFirst()
                .orElse(null);
    }

    long count(Dropped file, String outcome) {
        return of(file.name()).stream()
                .filter(row -> row.get("outcome").equals(outcome))
                .mapToLong(row -> Long.parseLong(row.get("rows")))
                .sum();
    }

    private void addsUp() {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.get("feed") + "/" + row.get("file_name")));
        for (String name : names) {
            List<Map<String, String>> lines = rows.stream()
                    .filter(row -> name.equals(row.get("feed") + "/" + row.get("file_name")))
                    .toList();
            long reads = lines.stream()
                    .filter(row -> row.get("outcome").equals("READ"))
                    .count();
            if (reads == 0) {
                continue;
            }
            assertThat(reads).as("READ rows of %s", name).isEqualTo(1);
            assertThat(lines.stream()
                            .filter(row -> row.get("outcome").equals("APPLIED"))
                            .count())
                    .as("APPLIED rows of %s", name)
                    .isEqualTo(1);
            long read = sum(lines, true);
            assertThat(sum(lines, false))
                    .as("outcomes of %s against its READ", name)
                    .isEqualTo(read);
        }
    }

    private static long sum(List<Map<String, String>> lines, boolean read) {
        return lines.stream()
                .filter(row -> row.get("outcome").equals("READ") == read)
                .mapToLong(row -> Long.parseLong(row.get("rows")))
                .sum();
    }
}
