package muster.engine.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * The PostgreSQL server of one installation, ready for the pool: server reachable, roles made.
 *
 * <p>With {@code SPRING_DATASOURCE_URL} (and {@code _USERNAME}, {@code _PASSWORD}) that server is used, PostgreSQL 16 or
 * later; without it an embedded one whose data lives in {@code HOME/data} ({@code contract.md} section 1). Closing stops
 * an embedded server, so that a stopped home can be copied or moved.
 */
public final class Database implements AutoCloseable {

    /** What a pool needs to connect; printed without the password. */
    public record Access(String url, String username, String password) {
        @Override
        public String toString() {
            return "Access[" + url + ", " + username + "]";
        }
    }

    private final Access access;
    private final AutoCloseable server;

    private Database(Access access, AutoCloseable server) {
        this.access = access;
        this.server = server;
    }

    /**
     * Opens the database of a home.
     *
     * @param home the home folder; its {@code data} folder is made when the embedded server is used
     * @param environment the process environment
     * @throws HomeInUseException when another process holds the home's lock
     * @throws DatabaseUnusableException when the server is too old or the roles cannot be made
     */
    public static Database open(Path home, Map<String, String> environment) {
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null || url.isBlank()) {
            EmbeddedServer embedded = EmbeddedServer.start(home.resolve("data"));
            return prepared(embedded.access(), embedded);
        }
        HomeLock lock = HomeLock.take(home.resolve("data"));
        Access access = new Access(
                url,
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "postgres"),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        return prepared(access, lock);
    }

    private static Database prepared(Access access, AutoCloseable server) {
        Database database = new Database(access, server);
        try {
            Roles.ensure(access);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Where to connect. */
    public Access access() {
        return access;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new DatabaseUnusableException("The database did not stop cleanly.", e);
        }
    }
}
