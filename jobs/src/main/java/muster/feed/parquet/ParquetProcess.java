package muster.feed.parquet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import muster.definition.feed.IntakeSettings.ParquetLimits;
import muster.feed.FileRefusedException;
import muster.feed.parquet.child.FrameKind;
import muster.feed.parquet.child.ParquetChild;

/**
 * The process that unpacks one file, and what it says. It has its own memory and its own time: the seconds that the night
 * waits for it, summed over the file. Whichever it uses up, it is killed and the file refused.
 */
final class ParquetProcess implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int GRACE_SECONDS = 10;
    private static final FrameKind[] KINDS = FrameKind.values();

    private final Process process;
    private final int seconds;
    private final DataInputStream in;
    private byte[] body = new byte[1 << 12];
    private int length;
    private volatile boolean waiting;
    private volatile boolean expired;

    private ParquetProcess(Process process, int seconds) {
        this.process = process;
        this.seconds = seconds;
        this.in = new DataInputStream(new BufferedInputStream(new Waiting(process.getInputStream()), BUFFER));
        Thread watch = new Thread(this::watch, "parquet-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Starts the reader of a file.
     *
     * @throws IOException where it does not start: that says nothing of the file, which is not refused for it
     */
    static ParquetProcess start(Path file, ParquetLimits limits) throws IOException {
        return start(file, limits, ParquetChild.class);
    }

    static ParquetProcess start(Path file, ParquetLimits limits, Class<?> program) throws IOException {
        Process process = ChildCommand.of(program, limits)
                .redirectInput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ParquetProcess started = new ParquetProcess(process, limits.childSeconds());
        try {
            if (started.next(0) == FrameKind.STARTED) {
                return started;
            }
        } catch (FileRefusedException e) {
            started.close();
            throw new IOException("The process that reads Parquet files did not start.", e);
        }
        started.close();
        throw new IOException("The process that reads Parquet files did not start as it should.");
    }

    /**
     * Reads the next frame; its body is then {@link #body()}.
     *
     * @throws FileRefusedException LIMIT_EXCEEDED for a longer body, or a process out of memory or time; PARQUET_INVALID
     *     where it ended without an end
     */
    FrameKind next(int mostBytes) {
        try {
            length = in.readInt();
            int kind = in.readByte();
            if (length < 0 || kind < 0 || kind >= KINDS.length) {
                throw ParquetFault.broken("Its reader said what cannot be understood.");
            }
            if (length > mostBytes) {
                throw ParquetFault.limit("A row is longer than the limit.");
            }
            if (length > body.length) {
                body = Arrays.copyOf(body, Math.max(length, Math.min(mostBytes, body.length * 2)));
            }
            in.readFully(body, 0, length);
            return KINDS[kind];
        } catch (IOException e) {
            throw ended();
        }
    }

    /** The bytes of the last frame, from 0 to {@link #length()}; the next frame overwrites them. */
    byte[] body() {
        return body;
    }

    int length() {
        return length;
    }

    private FileRefusedException ended() {
        if (expired) {
            return ParquetFault.limit("Reading it took longer than the limit.");
        }
        int code = end();
        return code == ParquetChild.OUT_OF_MEMORY
                ? ParquetFault.limit("Reading it needs more memory than the limit.")
                : ParquetFault.broken("Its reader ended with the code " + code + ".");
    }

    /** Waits for the process to end, kills it where it does not, and gives its exit code. */
    private int end() {
        boolean interrupted = false;
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Counts the seconds in which the night waited. Reading a good file slowly, for a busy database, costs it nothing. */
    private void watch() {
        try {
            int waited = 0;
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                waited += waiting ? 1 : 0;
                if (waited >= seconds) {
                    expired = true;
                    process.toHandle().destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Notes when the night waits for the process. */
    private final class Waiting extends FilterInputStream {

        Waiting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new EOFException("read through a buffer");
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            waiting = true;
            try {
                return in.read(bytes, from, count);
            } finally {
                waiting = false;
            }
        }
    }
}
