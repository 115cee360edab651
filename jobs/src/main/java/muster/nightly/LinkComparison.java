package muster.nightly;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import muster.engine.Clocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what a night linked against the answer key of a synthesised home: whose each register record is, by what makes that hard
 * to say. A record may be left alone or for a person; linked to another child it hides two children's gaps. Numbers are compared
 * and never printed.
 */
@Component
public class LinkComparison {
    private static final String NOBODY = "";
    private static final String UNNAMED = "NOT_IN_KEY";

    /** One kind of record, in numbers of records. */
    public static final class Line {
        private int right;
        private int wrong;
        private int review;
        private int alone;

        /** Linked to the child whose record it is. */
        public int right() {
            return right;
        }

        /** Linked to another child, or to one when it is of nobody whom PDS holds. */
        public int wrong() {
            return wrong;
        }

        /** Waiting for a person. */
        public int review() {
            return review;
        }

        /** Neither linked nor waiting. */
        public int alone() {
            return alone;
        }

        /** All of them. */
        public int records() {
            return right + wrong + review + alone;
        }
    }

    /** @param number the child's number as at the night on which the key says it, empty for nobody */
    private record Owner(String number, String kind) {}

    private static final Owner OF_NOBODY = new Owner(NOBODY, UNNAMED);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    LinkComparison(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Compares one night with {@code truth/links.csv}.
     *
     * @return by kind of record, {@code PLAIN} for those that nothing makes hard; a record that the key does not name is nobody's
     * @throws IOException if the key cannot be read
     */
    public Map<String, Line> of(LocalDate night, Path truth) throws IOException {
        Map<String, Owner> owners = owners(night, truth);
        Map<String, Line> lines = new TreeMap<>();
        transaction.executeWithoutResult(status -> {
            Clocks.set(database, night, night, false);
            Map<String, String> surviving = surviving();
            database.sql("""
                            select link.feed, record.source_key, link.decision, child.nhs_number
                            from identity.link as link
                            inner join register.record as record on record.record_key = link.record_key
                            left join cohort.child as child on child.child_key = link.child_key
                            where link.feed in ('gp-registration', 'gp-gpr4', 'hv-caseload', 'chis-register')
                            """).query(row -> {
                Owner owner = owners.getOrDefault(row.getString(1) + ' ' + row.getString(2), OF_NOBODY);
                count(
                        lines.computeIfAbsent(owner.kind(), kind -> new Line()),
                        row.getString(3),
                        surviving.getOrDefault(owner.number(), owner.number()),
                        row.getString(4));
            });
        });
        return lines;
    }

    private static void count(Line line, String decision, String owner, String linkedTo) {
        switch (decision) {
            case "REVIEW" -> line.review++;
            case "LINKED" -> {
                if (!owner.equals(NOBODY) && owner.equals(linkedTo)) {
                    line.right++;
                } else {
                    line.wrong++;
                }
            }
            default -> line.alone++;
        }
    }

    /** What the key said last of each record, up to that night. */
    private static Map<String, Owner> owners(LocalDate night, Path truth) throws IOException {
        Map<String, Owner> owners = new HashMap<>();
        Map<String, String> once = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truth)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("night").compareTo(night.toString()) <= 0) {
                    String kind = once.computeIfAbsent(row.getField("kind"), name -> name);
                    owners.put(
                            row.getField("feed") + ' ' + row.getField("source_key"),
                            new Owner(row.getField("nhs_number"), kind));
                }
            }
        }
        return owners;
    }

    private Map<String, String> surviving() {
        Map<String, String> surviving = new HashMap<>();
        database.sql(
                        "select nhs_number, surviving_nhs_number from identity.number where surviving_nhs_number is not null")
                .query(row -> {
                    surviving.put(row.getString(1), row.getString(2));
                });
        return surviving;
    }
}
