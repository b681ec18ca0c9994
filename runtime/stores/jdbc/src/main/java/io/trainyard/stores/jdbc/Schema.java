package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables, made and renewed by numbered scripts, each in a transaction, whoever comes first. A table with one row says
 * which were run; a tool for migrations would be a dependency, and a second opinion on a database of the user's.
 */
final class Schema {

    private static final int NEWEST = 1;
    private static final int OLDEST_SERVER = 130_000;

    /** A look at the catalogue itself; to_regclass may still miss a table that another session has just made. */
    private static final String TABLES =
            "select count(*) from pg_catalog.pg_tables where tablename = 'trainyard_schema'"
                    + " and schemaname = any(current_schemas(false))";

    private Schema() {}

    static void bringUpToDate(Database database) {
        String failure = "the tables of the object store cannot be used";
        if (database.read(failure, Schema::check) < NEWEST) {
            database.write(failure, connection -> {
                try (Statement statement = connection.createStatement()) {
                    // one at a time, across processes; the number is this project's own
                    statement.execute("select pg_advisory_xact_lock(7412853906)");
                    for (int script = check(connection) + 1; script <= NEWEST; script++) {
                        statement.execute(script(script));
                        statement.execute("create table if not exists trainyard_schema (script integer not null)");
                        statement.execute("delete from trainyard_schema");
                        statement.execute("insert into trainyard_schema values (" + script + ")");
                    }
                }
                return NEWEST;
            });
        }
    }

    /** The last script that was run, 0 for none. */
    private static int check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "select current_setting('server_version_num')::integer") < OLDEST_SERVER) {
                throw refused("this server is older than PostgreSQL 13", "take a newer one");
            }
            if (number(statement, TABLES) == 0) {
                return 0;
            }
            int found = number(statement, "select max(script) from trainyard_schema");
            if (found > NEWEST) {
                throw refused(
                        "they are of schema " + found + ", and this Trainyard knows schemas up to " + NEWEST,
                        "take a newer Trainyard");
            }
            return found;
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static StoreException refused(String why, String fix) {
        return new StoreException(
                "the tables of the object store cannot be used",
                why,
                fix,
                "the javadoc of io.trainyard.stores.jdbc.JdbcStore",
                null);
    }

    private static String script(int number) {
        try (InputStream script = Schema.class.getResourceAsStream("schema-" + number + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("schema-" + number + ".sql is not in this jar");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
