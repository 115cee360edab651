package muster.publish.returned;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import muster.publish.returned.ReturnRefusedException.Refusal;

/**
 * Looks through a workbook before any parser does: how large it is unpacked, and whether it holds macros, links to other
 * files, or a DOCTYPE (SG-25, rulings 7).
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 2_000;
    private static final String DOCTYPE = "<!DOCTYPE";

    private final long limit;
    private long unpacked;

    private WorkbookGuard(long limit) {
        this.limit = limit;
    }

    static void check(Path file, long unpackedBytes) throws IOException, ReturnRefusedException {
        WorkbookGuard guard = new WorkbookGuard(unpackedBytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new ReturnRefusedException(Refusal.LIMIT_EXCEEDED, "The workbook has too many parts.");
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                name(part.getName().toLowerCase(Locale.ROOT));
                guard.content(zip, part);
            }
        }
    }

    private static void name(String part) throws ReturnRefusedException {
        if (part.endsWith("vbaproject.bin") || part.startsWith("xl/macrosheets/") || part.startsWith("xl/activex/")) {
            throw new ReturnRefusedException(Refusal.MACROS, "The workbook holds macros.");
        }
        if (part.startsWith("xl/externallinks/") || part.equals("xl/connections.xml")) {
            throw new ReturnRefusedException(Refusal.EXTERNAL_LINKS, "The workbook refers to other files.");
        }
    }

    private void content(ZipFile zip, ZipEntry part) throws IOException, ReturnRefusedException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(part)) {
            // One byte more than is left tells that it is too much, however large the part claims to be.
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit - unpacked + 1));
        }
        unpacked += bytes.length;
        if (unpacked > limit) {
            throw new ReturnRefusedException(Refusal.LIMIT_EXCEEDED, "The workbook unpacks to more than the limit.");
        }
        // In UTF-16 each letter has a zero byte beside it.
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains(DOCTYPE)) {
            throw new ReturnRefusedException(Refusal.XML_DTD_REFUSED, "A part of the workbook holds a DOCTYPE.");
        }
        if (part.getName().equals("[Content_Types].xml")
                && text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw new ReturnRefusedException(Refusal.MACROS, "The workbook is of a kind that holds macros.");
        }
    }
}
