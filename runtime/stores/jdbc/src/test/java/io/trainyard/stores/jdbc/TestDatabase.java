package io.trainyard.stores.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A schema of its own on the server that the system property or the environment variable TRAINYARD_TEST_POSTGRES names, a
 * JDBC URL with a user; `.ci/run` starts one. Whoever asks for it is skipped where there is none.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String NAME = "TRAINYARD_TEST_POSTGRES";
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private final String server;
    private final String schema =
            "trainyard_test_" + UUID.randomUUID().toString().replace('-', '_');
    private final HikariDataSource pool;

    private TestDatabase(String server) throws SQLException {
        this.server = server;
        execute(JdbcStoreProvider.source(server), "create schema " + schema);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        this.pool = new HikariDataSource(config);
    }

    /** An empty schema. */
    public static TestDatabase create() throws SQLException {
        String server = System.getProperty(NAME, System.getenv(NAME));
        assumeTrue(
                server != null && !server.isBlank(),
                "skipped: " + NAME + " names no PostgreSQL server; `.ci/run` starts one");
        return new TestDatabase(server);
    }

    /** Connections to the schema, from a pool. */
    public DataSource pool() {
        return pool;
    }

    /** Where the schema is. */
    public String url() {
        return url(server);
    }

    /** The same behind another port. */
    String urlAt(int port) {
        return url(server.replaceFirst("//[^/?]*", "//127.0.0.1:" + port));
    }

    /** The port of the server. */
    int port() {
        String address = server.replaceFirst("^jdbc:postgresql://", "").replaceFirst("[/?].*$", "");
        return address.contains(":") ? Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)) : 5432;
    }

    private String url(String at) {
        return at + (at.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    String schema() {
        return schema;
    }

    /** A name for a user of the server that no other test has. */
    String role() {
        return schema + "_user";
    }

    /** A name that no other test has. */
    public static String project() {
        return "project " + PROJECTS.incrementAndGet();
    }

    /** Runs a statement in the schema. */
    public void execute(String sql) throws SQLException {
        execute(pool, sql);
    }

    static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Drops the schema. */
    @Override
    public void close() throws SQLException {
        execute("drop schema " + schema + " cascade");
        pool.close();
    }
}
