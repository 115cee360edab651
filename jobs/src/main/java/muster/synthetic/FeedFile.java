package muster.synthetic;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One CSV file of our own dialect, written row by row, with its control file beside it on closing ({@code feeds.md} 1.8,
 * {@code rulings.md} 2). The totals are taken while writing; nothing is read back.
 */
final class FeedFile implements Closeable {
    private static final String CONTROL_HEADER =
            "FEED,SENDER_ODS_CODE,LAYOUT_VERSION,AS_AT_DATE,EXTRACT_DATETIME,SEQUENCE_NUMBER,FILE_TYPE,RECORD_COUNT,"
                    + "NHS_NUMBER_HASH_TOTAL,DISTINCT_CHILD_COUNT,SHA256";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int EXTRACTED_AT_HOUR = 22;

    /** What the control file says of the file. {@code full}: FILE_TYPE F, else D. */
    record Label(String feed, String sender, LocalDate asAt, int sequence, boolean full) {
        String fileName() {
            return "%s_%s_%s_%06d_%s.csv".formatted(feed, sender, basic(asAt), sequence, full ? "F" : "D");
        }
    }

    final Path path;
    final Label label;
    final String header;
    private final OutputStream out;
    private final ParquetExtract table;
    private final Charset charset;
    private final MessageDigest digest;
    private final LongSet numbers = new LongSet();
    private final Set<String> unnumbered = new HashSet<>();
    private int rows;
    private long hashTotal;
    private String finalDigest;
    private UnaryOperator<String> arrangement = UnaryOperator.identity();
    int unchanged;
    String lastLine;
    String lastNumber;
    String lastLocalId;

    private FeedFile(Path path, Label label, String header, Charset charset) throws IOException {
        this.charset = charset;
        this.path = path;
        this.label = label;
        this.header = header;
        this.digest = newDigest();
        Files.createDirectories(path.getParent());
        this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(path), digest), 1 << 16);
        this.table = null;
        put(header);
    }

    private FeedFile(Path path, String header) throws IOException {
        this.charset = StandardCharsets.UTF_8;
        this.path = path;
        this.label = null;
        this.header = header;
        this.digest = newDigest();
        Files.createDirectories(path.getParent());
        this.out = OutputStream.nullOutputStream();
        this.table = new ParquetExtract(path, header);
    }

    /** A table of rows in Parquet, without a control file; its first row is row 1. */
    static FeedFile parquet(Path path, String header) throws IOException {
        return new FeedFile(path, header);
    }

    static FeedFile controlled(Path folder, Label label, String header) throws IOException {
        return controlled(folder, label, header, StandardCharsets.UTF_8);
    }

    static FeedFile controlled(Path folder, Label label, String header, Charset charset) throws IOException {
        return new FeedFile(folder.resolve(label.fileName()), label, header, charset);
    }

    /** A file whose name is its own; {@code label} null: without a control file. */
    static FeedFile named(Path path, Label label, String header) throws IOException {
        return new FeedFile(path, label, header, StandardCharsets.UTF_8);
    }

    /** Writes rows in another arrangement than they are given in; the header is the caller's. */
    FeedFile arranged(UnaryOperator<String> way) {
        arrangement = way;
        return this;
    }

    String name() {
        return path.getFileName().toString();
    }

    int rows() {
        return rows;
    }

    /** Writes a row and returns its line number; the header is line 1 where there is one. */
    int row(String nhsNumber, String localId, String line) {
        put(arrangement.apply(line));
        rows++;
        if (nhsNumber.isEmpty()) {
            unnumbered.add(localId);
        } else {
            numbers.add(Long.parseLong(nhsNumber));
            hashTotal += Integer.parseInt(nhsNumber.substring(nhsNumber.length() - 4));
        }
        lastLine = line;
        lastNumber = nhsNumber;
        lastLocalId = localId;
        return table == null ? rows + 1 : rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (table != null) {
            table.close();
        }
        if (label != null) {
            Files.writeString(controlPath(path), CONTROL_HEADER + "\r\n" + controlRow(label.sequence()) + "\r\n");
        }
    }

    /** The control row of this file's content under a sequence number of the caller's; for files that claim what is not so. */
    String controlRow(int sequence) {
        String extracted = label.asAt()
                .atTime(EXTRACTED_AT_HOUR, 0)
                .atZone(LONDON)
                .toOffsetDateTime()
                .toString();
        extracted = extracted.replace("T22:00", "T22:00:00").replace("Z", "+00:00");
        return String.join(
                ",",
                label.feed(),
                label.sender(),
                "1",
                label.asAt().toString(),
                extracted,
                "%06d".formatted(sequence),
                label.full() ? "F" : "D",
                Integer.toString(rows),
                Long.toString(hashTotal),
                Integer.toString(numbers.size() + unnumbered.size()),
                sha256());
    }

    static String controlHeader() {
        return CONTROL_HEADER;
    }

    static Path controlPath(Path csv) {
        String name = csv.getFileName().toString();
        return csv.resolveSibling(name.substring(0, name.length() - ".csv".length()) + ".ctl.csv");
    }

    /** A date as yyyymmdd. */
    static String basic(LocalDate date) {
        return date == null ? "" : date.toString().replace("-", "");
    }

    /** The closed file's digest in hexadecimal. */
    String sha256() {
        if (finalDigest == null) {
            finalDigest = HexFormat.of().formatHex(digest.digest());
        }
        return finalDigest;
    }

    private void put(String line) {
        try {
            if (table != null) {
                table.row(line);
                return;
            }
            out.write(Legacy.text(line, charset).getBytes(charset));
            out.write('\r');
            out.write('\n');
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }
}
