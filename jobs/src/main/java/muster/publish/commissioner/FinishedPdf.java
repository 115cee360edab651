package muster.publish.commissioner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Last hand on a PDF as the writer left it. What came from the clock or from chance is replaced by what comes from the
 * run (reports 0.11): dates, the random prefix of each embedded font, the file identifier. And the structure tree's own
 * names for its elements, which a role map would have to explain, become the standard names assistive readers look for.
 */
final class FinishedPdf {
    private static final Pattern DATE = Pattern.compile("/(?:CreationDate|ModDate) ?\\(D:(\\d{14}[^)]*)\\)");
    private static final Pattern FONT = Pattern.compile("/(?:BaseFont|FontName) ?/([A-Z]{6})\\+");
    private static final Pattern IDENTIFIER = Pattern.compile("/ID ?\\[<([0-9a-f]{32})> ?<([0-9a-f]{32})>]");
    private static final Pattern ELEMENT = Pattern.compile("/S ?/(All|Image|Text|Anchor)\\b");
    private static final Map<String, String> STANDARD_NAMES =
            Map.of("All", "Document", "Image", "Figure", "Text", "P", "Anchor", "P");
    private static final Pattern OFFSETS = Pattern.compile("(?m)^(\\d{10}) \\d{5} n ");
    private static final Pattern TABLE = Pattern.compile("startxref\\s(\\d+)\\s%%EOF\\s*$");
    private static final DateTimeFormatter MIDNIGHT = DateTimeFormatter.ofPattern("yyyyMMdd'000000'");

    /** Latin-1 maps every byte to one character and back, so an offset in the text is an offset in the file. */
    private final StringBuilder text;

    private FinishedPdf(byte[] pdf) {
        text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    }

    /**
     * The finished document.
     *
     * @throws IllegalStateException where something is not written the way the pinned writer writes it
     */
    static byte[] of(byte[] pdf, LocalDate date) {
        FinishedPdf finished = new FinishedPdf(pdf);
        finished.dates(date);
        finished.fontPrefixes();
        finished.standardNames();
        finished.identifier();
        return finished.bytes();
    }

    private void dates(LocalDate date) {
        Matcher dates = required(DATE, "date");
        do {
            int length = dates.end(1) - dates.start(1);
            String utc = MIDNIGHT.format(date) + "+00'00'";
            text.replace(dates.start(1), dates.end(1), utc.substring(0, Math.min(length, utc.length())));
            if (length > utc.length()) {
                throw new IllegalStateException("the PDF writer writes dates in a new way");
            }
        } while (dates.find());
    }

    private void fontPrefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        Matcher fonts = required(FONT, "embedded font");
        do {
            String prefix =
                    prefixes.computeIfAbsent(fonts.group(1), random -> "MUSTA" + (char) ('A' + prefixes.size()));
            text.replace(fonts.start(1), fonts.end(1), prefix);
        } while (fonts.find());
    }

    /** A name of another length moves what follows it, so the file's table of offsets is moved with it. */
    private void standardNames() {
        Matcher table = required(TABLE, "offset table");
        int tableAt = Integer.parseInt(table.group(1));
        NavigableMap<Integer, Integer> moved = new TreeMap<>(Map.of(-1, 0));
        StringBuilder renamed = new StringBuilder();
        Matcher elements = required(ELEMENT, "structure element");
        int copied = 0;
        do {
            String name = STANDARD_NAMES.get(elements.group(1));
            renamed.append(text, copied, elements.start(1)).append(name);
            copied = elements.end(1);
            int longer = name.length() - elements.group(1).length();
            moved.put(copied, moved.lastEntry().getValue() + longer);
        } while (elements.find());
        renamed.append(text, copied, tableAt);
        Matcher offsets = OFFSETS.matcher(text.substring(tableAt, table.start(1)));
        renamed.append(offsets.replaceAll(entry -> {
            int offset = Integer.parseInt(entry.group(1));
            return "%010d".formatted(offset + moved.lowerEntry(offset + 1).getValue())
                    + entry.group().substring(10);
        }));
        renamed.append(tableAt + moved.lastEntry().getValue()).append(text, table.end(1), text.length());
        text.setLength(0);
        text.append(renamed);
    }

    private void identifier() {
        Matcher identifier = required(IDENTIFIER, "file identifier");
        int first = identifier.start(1);
        int second = identifier.start(2);
        int length = identifier.end(1) - first;
        text.replace(first, first + length, "0".repeat(length));
        text.replace(second, second + length, "0".repeat(length));
        String digest = digest();
        text.replace(first, first + length, digest);
        text.replace(second, second + length, digest);
    }

    private Matcher required(Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the PDF has no %s where its writer puts one".formatted(what));
        }
        return matcher;
    }

    private String digest() {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(bytes());
            return HexFormat.of().formatHex(full, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
