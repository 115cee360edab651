package muster.feed.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Night;
import muster.feed.FeedReaders;
import muster.feed.nems.NemsFeedReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A home with an inbox, a database and the nights run over it: what a test of intake needs. */
final class IntakeHome {

    static final LocalDate D = LocalDate.of(2026, 11, 17);
    static final FeedDefinitions DEFINITIONS = FeedDefinitions.ofClassPath();

    final Path home;
    final DataSource dataSource;
    final JdbcClient database;
    final FileIntake intake;

    IntakeHome(Path home) throws Exception {
        this(home, false);
    }

    IntakeHome(Path home, boolean rejectTestNumbers) throws Exception {
        this.home = home;
        dataSource = IntakeDatabase.create();
        database = JdbcClient.create(dataSource);
        FeedReaders readers =
                new FeedReaders().with("nems", new NemsFeedReader()).with("mns", new muster.feed.mns.MnsFeedReader());
        intake = new FileIntake(
                home,
                dataSource,
                new DataSourceTransactionManager(dataSource),
                DEFINITIONS,
                readers,
                rejectTestNumbers,
                Clock.systemUTC());
    }

    Path drop(String feed, String name, String text) throws IOException {
        return drop(feed, name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path drop(String feed, String name, byte[] content) throws IOException {
        Path file = home.resolve("inbox").resolve(feed).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        return file;
    }

    /** Drops a file of one of our own layouts with the control file that belongs to it. */
    Path dropWithControl(String feed, String name, String text) throws IOException {
        Path file = drop(feed, name, text);
        control(feed, name, Map.of());
        return file;
    }

    /** Writes the control file of a dropped file; values may be put wrong. */
    void control(String feed, String name, Map<String, String> wrong) throws IOException {
        byte[] content = Files.readAllBytes(home.resolve("inbox").resolve(feed).resolve(name));
        String[] part = name.replace(".csv", "").split("_");
        Totals totals = Totals.of(new String(content, StandardCharsets.UTF_8));
        StringBuilder header = new StringBuilder();
        StringBuilder row = new StringBuilder();
        List<String[]> fields = List.of(
                new String[] {"FEED", part[0]},
                new String[] {"SENDER_ODS_CODE", part[1]},
                new String[] {"LAYOUT_VERSION", "1"},
                new String[] {"AS_AT_DATE", part[2].replaceFirst("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3")},
                new String[] {"EXTRACT_DATETIME", "2026-11-17T01:00:00+00:00"},
                new String[] {"SEQUENCE_NUMBER", String.valueOf(Long.parseLong(part[3]))},
                new String[] {"FILE_TYPE", part[4]},
                new String[] {"RECORD_COUNT", String.valueOf(totals.rows)},
                new String[] {"NHS_NUMBER_HASH_TOTAL", String.valueOf(totals.hash)},
                new String[] {"DISTINCT_CHILD_COUNT", String.valueOf(totals.children.size())},
                new String[] {"SHA256", sha256(content).toUpperCase(Locale.ROOT)});
        for (String[] field : fields) {
            header.append(header.isEmpty() ? "" : ",").append(field[0]);
            row.append(row.isEmpty() ? "" : ",").append(wrong.getOrDefault(field[0], field[1]));
        }
        drop(feed, name.replace(".csv", ".ctl.csv"), header + "\r\n" + row + "\r\n");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The totals, worked out the slow and plain way. */
    private static final class Totals {
        private long rows;
        private long hash;
        private final Set<String> children = new HashSet<>();

        static Totals of(String text) {
            Totals totals = new Totals();
            String[] lines = text.split("\r?\n");
            List<String> titles = List.of(lines[0].split(","));
            int number = titles.indexOf("NHS_NUMBER");
            int local = Math.max(
                    titles.indexOf("LOCAL_PATIENT_IDENTIFIER_EXTENDED"), titles.indexOf("SOURCE_CHILD_IDENTIFIER"));
            for (int i = 1; i < lines.length; i++) {
                String[] fields = lines[i].split(",", -1);
                boolean instruction = i == 1 && lines[i].startsWith("Required");
                if (instruction || lines[i].replace(",", "").isBlank() || lines[i].equals(lines[0])) {
                    continue;
                }
                totals.rows++;
                String sent = number >= 0 && number < fields.length ? fields[number].replaceAll("[^0-9]", "") : "";
                String last = sent.length() > 4 ? sent.substring(sent.length() - 4) : sent;
                totals.hash += last.isEmpty() ? 0 : Integer.parseInt(last);
                if (!sent.isEmpty()) {
                    totals.children.add(sent);
                } else if (local >= 0 && local < fields.length && !fields[local].isBlank()) {
                    totals.children.add("L" + fields[local]);
                }
            }
            return totals;
        }
    }

    Night night(LocalDate date) {
        return new Night(date, false, false);
    }

    /** Takes and lands as an ordinary night. */
    List<InboxFile> run(LocalDate date) {
        return run(night(date));
    }

    /** Takes and lands as a first load. */
    List<InboxFile> baseline(LocalDate date) {
        return run(new Night(date, true, false));
    }

    List<InboxFile> run(Night night) {
        intake.take(night);
        intake.landAll(night);
        return intake.take(night);
    }

    /** {@code STATE} or {@code STATE REASON} of the newest look at a file. */
    String state(String name) {
        return database.sql("""
                        select state || coalesce(' ' || reason_code, '') from engine.file
                        where name = :name order by file_id desc limit 1
                        """)
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse("not looked at");
    }

    /** The ledger, as {@code line outcome CODES field}. */
    List<String> lines() {
        return database.sql("""
                        select concat_ws(' ', coalesce(line_no::text, '-'), outcome,
                            array_to_string(reason_codes, ';'), field)
                        from engine.line order by file_id, line_no nulls first
                        """).query(String.class).list();
    }

    /** One column of a landing table, by line; null as {@code -}. */
    List<String> landed(String table, String expression) {
        return database.sql("select coalesce((" + expression + ")::text, '-') from landing." + table
                        + " order by file_id, line_no")
                .query(String.class)
                .list();
    }
}
