package muster.nightly;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.engine.Clocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the cases a night left open and closed against the answer key of a synthesised home, type by type: found, missed
 * and raised without cause. Children are compared by number and never printed.
 */
@Component
public class ConfusionTable {

    /**
     * One type's line.
     *
     * @param natural whether the type comes about by itself too: then what is unexpected is no mistake
     */
    public record Line(String type, int expected, int found, int missed, int unexpected, boolean natural) {
        /** Whether everything injected was found and nothing else was raised without cause. */
        public boolean exact() {
            return missed == 0 && (natural || unexpected == 0);
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ConfusionTable(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Compares one night with {@code truth/exceptions.csv} and {@code natural.csv} beside it; keys are type and state, such as {@code FS-101 OPEN}. */
    public Map<String, Line> of(LocalDate night, Path truth) throws IOException {
        Map<String, Set<String>> expected = expected(night, truth);
        Map<String, Set<String>> found = found(night);
        Set<String> natural = natural(truth.resolveSibling("natural.csv"));
        Set<String> types = new TreeSet<>(expected.keySet());
        types.addAll(found.keySet());
        Map<String, Line> lines = new TreeMap<>();
        for (String type : types) {
            Set<String> wanted = expected.getOrDefault(type, Set.of());
            Set<String> got = found.getOrDefault(type, Set.of());
            int hits = (int) got.stream().filter(wanted::contains).count();
            boolean byItself = natural.contains(type.substring(0, type.indexOf(' ')));
            lines.put(type, new Line(type, wanted.size(), hits, wanted.size() - hits, got.size() - hits, byItself));
        }
        return lines;
    }

    /** Types of which the key lists only what was injected; a key without that file lists all. */
    private static Set<String> natural(Path file) throws IOException {
        Set<String> types = new TreeSet<>();
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                rows.forEach(row -> types.add(row.getField("type_code")));
            }
        }
        return types;
    }

    private static Map<String, Set<String>> expected(LocalDate night, Path truth) throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truth)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("night").equals(night.toString())) {
                    expected.computeIfAbsent(
                                    row.getField("type_code") + " " + row.getField("state"), type -> new TreeSet<>())
                            .add(subject(row));
                }
            }
        }
        return expected;
    }

    /** A case without a child stands on its sender, which the key gives as its element. */
    private static String subject(NamedCsvRecord row) {
        String number = row.getField("nhs_number");
        return number.isEmpty() ? row.getField("element") : number;
    }

    private Map<String, Set<String>> found(LocalDate night) {
        Map<String, Set<String>> found = new TreeMap<>();
        transaction.executeWithoutResult(status -> {
            Clocks.set(database, night, night, false);
            database.sql("""
                            select cases.type_code || ' ' || case when cases.state = 'CLOSED' then 'CLOSED' else 'OPEN' end,
                                coalesce(child.nhs_number, cases.subject)
                            from exception."case" as cases
                            left join cohort.child as child on child.child_key = cases.child_key
                            where cases.state <> 'WITHDRAWN'
                            """)
                    .query((row, n) -> found.computeIfAbsent(row.getString(1), type -> new TreeSet<>())
                            .add(row.getString(2)))
                    .list();
        });
        return found;
    }
}
