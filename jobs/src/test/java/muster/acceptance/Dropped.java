package muster.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A file as a sender drops it: a feed's folder, a name, bytes, and a control file where there is one. */
record Dropped(String feed, String name, byte[] body, String control) {

    static Dropped plain(String feed, String name, String text) {
        return new Dropped(feed, name, text.getBytes(StandardCharsets.UTF_8), null);
    }

    Dropped withoutControl() {
        return new Dropped(feed, name, body, null);
    }

    Dropped named(String other) {
        return new Dropped(feed, other, body, control);
    }

    /** The same control file over other bytes: what truncation and tampering look like. */
    Dropped tampered(byte[] other) {
        return new Dropped(feed, name, other, control);
    }

    Dropped controlChanged(String from, String to) {
        return new Dropped(feed, name, body, control.replace(from, to));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void into(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("inbox").resolve(feed));
            Files.write(folder.resolve(name), body);
            if (control != null) {
                Files.writeString(folder.resolve(name.replaceAll("\\.csv$", ".ctl.csv")), control);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a register extract is: named, counted, summed and hashed as feeds 1.8 and rulings 2 say. */
    static Dropped register(
            String feed,
            String code,
            String sender,
            String asAt,
            int sequence,
            char type,
            String body,
            List<Row> rows,
            String numberColumn,
            String localColumn) {
        return register(
                feed,
                code,
                sender,
                asAt,
                sequence,
                type,
                body.getBytes(StandardCharsets.UTF_8),
                rows,
                numberColumn,
                localColumn);
    }

    static Dropped register(
            String feed,
            String code,
            String sender,
            String asAt,
            int sequence,
            char type,
            byte[] body,
            List<Row> rows,
            String numberColumn,
            String localColumn) {
        String name = "%s_%s_%s_%06d_%s.csv".formatted(code, sender, asAt.replace("-", ""), sequence, type);
        String control = control(code, sender, asAt, sequence, type, body, rows, numberColumn, localColumn);
        return new Dropped(feed, name, body, control);
    }

    static String control(
            String code,
            String sender,
            String asAt,
            int sequence,
            char type,
            byte[] body,
            List<Row> rows,
            String numberColumn,
            String localColumn) {
        long hash = 0;
        for (Row row : rows) {
            String digits = row.get(numberColumn).replaceAll("[^0-9]", "");
            hash += digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 4)));
        }
        long distinct = rows.stream()
                .filter(row -> !row.get(numberColumn).isBlank()
                        || !row.get(localColumn).isBlank())
                .map(row -> row.get(numberColumn).isBlank() ? "local " + row.get(localColumn) : row.get(numberColumn))
                .distinct()
                .count();
        return "FEED,SENDER_ODS_CODE,LAYOUT_VERSION,AS_AT_DATE,EXTRACT_DATETIME,SEQUENCE_NUMBER,FILE_TYPE,RECORD_COUNT,"
                + "NHS_NUMBER_HASH_TOTAL,DISTINCT_CHILD_COUNT,SHA256\r\n"
                + "%s,%s,1,%s,%sT21:15:00+00:00,%06d,%s,%d,%d,%d,%s\r\n"
                        .formatted(code, sender, asAt, asAt, sequence, type, rows.size(), hash, distinct, sha256(body));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
