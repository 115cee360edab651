package muster.feed.parquet.child;

import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Unpacks pages in Java alone: Snappy by the library's Java form of it, gzip by the JDK, whereas parquet-java's own
 * choice would be native code and Hadoop. Other packings are refused.
 */
final class Unpacking implements CompressionCodecFactory {

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Pages((packed, length) -> packed);
            case SNAPPY -> new Pages(Unpacking::snappy);
            case GZIP -> new Pages(Unpacking::gzip);
            default -> throw new UnsupportedOperationException("packed in a way that is not taken");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public void release() {
        // Nothing is kept.
    }

    private static byte[] snappy(byte[] packed, int length) {
        byte[] page = new byte[length];
        int written = new SnappyDecompressor().decompress(packed, 0, packed.length, page, 0, length);
        return written == length ? page : new byte[0];
    }

    private static byte[] gzip(byte[] packed, int length) throws IOException {
        try (InputStream in = new GZIPInputStream(BytesInput.from(packed).toInputStream())) {
            return in.readNBytes(length);
        }
    }

    /** From packed bytes to a page of the length that its head claims. */
    private interface Codec {
        byte[] unpack(byte[] packed, int length) throws IOException;
    }

    private record Pages(Codec codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int length) throws IOException {
            return BytesInput.from(unpack(packed.toByteArray(), length));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedLength, ByteBuffer page, int length) throws IOException {
            byte[] bytes = new byte[packedLength];
            packed.get(bytes);
            page.put(unpack(bytes, length));
        }

        private byte[] unpack(byte[] packed, int length) throws IOException {
            byte[] page = codec.unpack(packed, length);
            if (page.length != length) {
                throw new IOException("a page is shorter than its head says");
            }
            return page;
        }

        @Override
        public void release() {
            // Nothing is kept.
        }
    }
}
