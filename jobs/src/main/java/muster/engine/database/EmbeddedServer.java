package muster.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The embedded PostgreSQL of a home: durable, in UTC, sorting by code point, silent about the values it refuses.
 *
 * <p>A run that was killed leaves its server behind. Whoever holds the home's lock owns that server, so it is stopped
 * before a new one starts.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String MAJOR_VERSION = "18";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final HomeLock lock;
    private final EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedServer(HomeLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
        // A program that is told to end leaves no server behind; one that is killed does, and the next start stops it.
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit, "stop-embedded-postgres"));
    }

    static EmbeddedServer start(Path data) {
        Path home = data.toAbsolutePath();
        HomeLock lock = HomeLock.take(home);
        try {
            stopOrphan(home.resolve(MAJOR_VERSION));
            return new EmbeddedServer(lock, configured(home).start());
        } catch (IOException e) {
            closeQuietly(lock);
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    private static EmbeddedPostgres.Builder configured(Path home) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve(MAJOR_VERSION))
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                // The library's own settings are for tests: data of a home must survive a power cut (RP-10).
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("client_connection_check_interval", "1s")
                .setServerConfig("shared_buffers", "512MB")
                // One step at a time: a hash table of a register's rows stays in memory.
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "40")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // No value of a row may reach a log (SG-14).
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_statement", "none")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0");
    }

    /** A killed run leaves its server alive. We hold the lock, so nobody owns it. */
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle process = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElse(null);
        if (process == null || !isPostgres(process)) {
            return;
        }
        // SIGINT is a fast shutdown: it ends the dead client's query instead of waiting for it.
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The server that a killed run left behind did not stop.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping a server that a killed run left behind.", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    Database.Access access() {
        return new Database.Access(
                "jdbc:postgresql://localhost:" + server.getPort()
                        + "/postgres?reWriteBatchedInserts=true&logServerErrorDetail=false",
                "postgres",
                "");
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            checkpoint();
            server.close();
        } finally {
            lock.close();
        }
    }

    /** The library waits five seconds for a stop; with the pages already written, stopping takes less. */
    private void checkpoint() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            // Already stopping: the server writes its pages by itself.
        }
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("The embedded PostgreSQL did not stop cleanly; the next run takes care of it.");
        }
    }

    private static void closeQuietly(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
