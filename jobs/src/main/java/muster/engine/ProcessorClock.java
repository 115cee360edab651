package muster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor seconds that a server spent for one connection: the process of the connection itself, and those of its parallel
 * workers, which the server's first process sums up as they end. Wall time on a shared machine says little.
 */
public final class ProcessorClock {

    private static final double TICKS_OF_A_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;
    private static final int PARENT = 1;

    private final long backend;

    /**
     * Makes the clock of one connection.
     *
     * @param backend process number of the connection on this machine
     */
    public ProcessorClock(long backend) {
        this.backend = backend;
    }

    /** Seconds so far; 0 where the server runs elsewhere or this is no Linux. */
    public double seconds() {
        try {
            String[] own = stat(backend);
            String[] server = stat(Long.parseLong(own[PARENT]));
            return (Long.parseLong(own[USER])
                            + Long.parseLong(own[SYSTEM])
                            + Long.parseLong(server[USER_OF_ENDED])
                            + Long.parseLong(server[SYSTEM_OF_ENDED]))
                    / TICKS_OF_A_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Fields after the name, which may hold blanks. */
    private static String[] stat(long process) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}
