package muster.feed.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * Looks at the first and last bytes of a file, where every Parquet file has its mark and the length of its footer: what is
 * none, was cut short, or has a footer beyond the limit, costs no process.
 */
final class FileEnds {

    private static final ByteBuffer MARK = ByteBuffer.wrap("PAR1".getBytes(StandardCharsets.US_ASCII));
    static final int MARK_BYTES = 4;
    private static final int TAIL = Integer.BYTES + MARK_BYTES;

    private FileEnds() {}

    /** True for bytes that begin as a Parquet file does. */
    static boolean begins(byte[] start) {
        return start.length >= MARK_BYTES
                && ByteBuffer.wrap(start, 0, MARK_BYTES).equals(MARK);
    }

    /**
     * Gives the length of the file.
     *
     * @throws FileRefusedException FILE_EMPTY, PARQUET_INVALID or LIMIT_EXCEEDED
     */
    static long check(Path file, int maxFooterBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            if (size == 0) {
                throw new FileRefusedException(Reason.FILE_EMPTY, "The file is empty.");
            }
            if (size < MARK_BYTES + TAIL || !bytes(channel, 0, MARK_BYTES).equals(MARK)) {
                throw ParquetFault.broken("The file does not begin as a Parquet file.");
            }
            ByteBuffer tail = bytes(channel, size - TAIL, TAIL);
            int footer = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (!tail.equals(MARK) || footer < 0 || footer > size - MARK_BYTES - TAIL) {
                throw ParquetFault.broken("The file does not end as a Parquet file.");
            }
            if (footer > maxFooterBytes) {
                throw ParquetFault.limit("The footer is larger than the limit.");
            }
            return size;
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw ParquetFault.broken("The file ends too early.");
            }
        }
        return bytes.flip();
    }
}
