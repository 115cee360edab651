package muster.feed.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** The ways of packing pages that are taken: none, Snappy, gzip. */
final class Codecs {

    static final int UNCOMPRESSED = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;

    private Codecs() {}

    /** Unpacks what stands from a position on into the rest of the page, which it must fill exactly. */
    static byte[] unpack(int codec, byte[] packed, int from, byte[] page, int pageFrom) {
        int length = packed.length - from;
        switch (codec) {
            case UNCOMPRESSED -> {
                if (length != page.length - pageFrom) {
                    throw ParquetFault.broken("A page is not as long as it says.");
                }
                System.arraycopy(packed, from, page, pageFrom, length);
            }
            case SNAPPY -> {
                if (length > 0 || page.length > pageFrom) {
                    Snappy.unpack(packed, from, length, page, pageFrom);
                }
            }
            case GZIP -> gunzip(packed, from, page, pageFrom);
            default -> throw ParquetFault.broken("Packed in a way that is not taken; Snappy is.");
        }
        return page;
    }

    private static void gunzip(byte[] packed, int from, byte[] page, int pageFrom) {
        int length = page.length - pageFrom;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed, from, packed.length - from))) {
            if (in.readNBytes(page, pageFrom, length) != length || in.read() >= 0) {
                throw ParquetFault.broken("A page is not as long as it says.");
            }
        } catch (IOException e) {
            throw ParquetFault.broken("A packed page is broken.");
        }
    }
}
