package muster.feed.parquet.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/**
 * The program of the child: the Parquet file is its standard input, {@link FrameKind frames} are its standard output, and
 * the most bytes of a row group its one argument. Whatever the file brings about ends this process at worst.
 */
public final class ParquetChild {

    /** Exit code for want of memory: the one that {@code -XX:+ExitOnOutOfMemoryError} gives. */
    public static final int OUT_OF_MEMORY = 3;

    private static final int ORPHANED = 4;

    private ParquetChild() {}

    /**
     * Reads the file and tells what is in it.
     *
     * @throws IOException where nobody listens any more
     */
    public static void main(String[] arguments) throws IOException {
        endWithTheParent();
        // Whatever a library prints must not fall between the frames.
        System.setOut(System.err);
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            read(in.getChannel(), Long.parseLong(arguments[0]), new FrameWriter(out));
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    private static void endWithTheParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(ORPHANED)));
    }

    private static void read(FileChannel file, long mostGroupBytes, FrameWriter out) throws IOException {
        out.write(FrameKind.STARTED);
        out.flush();
        FrameKind last;
        try {
            last = new TableReader(new ChannelFile(file), mostGroupBytes).read(out);
        } catch (FrameWriter.NobodyListensException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library has many ways to say that a file is broken, and its words may quote the file.
            last = FrameKind.BROKEN;
        }
        out.write(last);
        out.flush();
    }
}
