package muster.engine.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes the three roles of the database where they are absent, and lets the login user take them on.
 *
 * <p>{@code muster_owner} owns the schema, {@code muster_engine} works on the data and may create in landing and next
 * only, {@code muster_render} reads the schema publish only, under row-level security. The same statements stand in
 * {@code docs/roles.sql} for an administrator, where the login user may not create roles.
 */
public final class Roles {

    private static final int OLDEST_SERVER = 160000;

    private static final List<String> NAMES = List.of("muster_owner", "muster_engine", "muster_render");

    private Roles() {}

    /**
     * Makes what is missing.
     *
     * @throws DatabaseUnusableException when the server is older than 16 or the user may not make the roles
     */
    public static void ensure(Database.Access access) {
        try (Connection connection = DriverManager.getConnection(access.url(), access.username(), access.password());
                Statement statement = connection.createStatement()) {
            refuseOldServer(connection);
            for (String name : NAMES) {
                if (!exists(statement, name)) {
                    statement.execute("create role " + name + " nologin");
                }
                if (!mayTakeOn(statement, name)) {
                    statement.execute("grant " + name + " to current_user with set true");
                }
            }
            grantDatabase(statement, connection.getCatalog());
        } catch (SQLException e) {
            throw new DatabaseUnusableException(
                    "The roles muster_owner, muster_engine and muster_render could not be made (SQLSTATE "
                            + e.getSQLState()
                            + "). Ask an administrator to run docs/roles.sql on this database, then run again.",
                    e);
        }
    }

    private static void refuseOldServer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("show server_version_num")) {
            version.next();
            if (version.getInt(1) < OLDEST_SERVER) {
                throw new DatabaseUnusableException("PostgreSQL 16 or later is needed.", null);
            }
        }
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            return row.next();
        }
    }

    private static boolean mayTakeOn(Statement statement, String role) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_has_role(current_user, '" + role
                + "', 'set') and not rolsuper" + " from pg_roles where rolname = current_user")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void grantDatabase(Statement statement, String database) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select has_database_privilege('muster_owner', current_database(), 'create')")) {
            row.next();
            if (row.getBoolean(1)) {
                return;
            }
        }
        statement.execute("grant create on database \"" + database.replace("\"", "\"\"") + "\" to muster_owner");
    }
}
