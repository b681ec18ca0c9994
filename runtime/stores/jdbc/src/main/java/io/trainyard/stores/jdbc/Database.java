package io.trainyard.stores.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections and transactions; the one class that begins, ends and bounds them. */
final class Database {

    /** The longest that the server may keep silent. */
    private static final int SILENCE_MILLIS = 60_000;

    /**
     * Nothing weaker than what the user chose, nor than durable. The number of the transaction tells what became of it if
     * the connection breaks while it is committed.
     */
    private static final String BEGIN = """
            set transaction isolation level read committed, read write;
            select set_config('lock_timeout', '30s', true), set_config('synchronous_commit', \
            case when current_setting('synchronous_commit') in ('off', 'local') then 'on' \
            else current_setting('synchronous_commit') end, true), pg_current_xact_id()::text""";

    private final DataSource source;
    private final Supplier<Patience> patience;

    Database(DataSource source, Supplier<Patience> patience) {
        this.source = source;
        this.patience = patience;
    }

    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Statements that change nothing, each with a snapshot of its own. */
    <T> T read(String failure, Work<T> work) {
        try (Lease lease = lease()) {
            lease.connection.setAutoCommit(true);
            return work.run(lease.connection);
        } catch (SQLException e) {
            throw Failures.of(failure, e);
        }
    }

    /** One transaction, committed and durable when this returns, rolled back when it throws. */
    <T> T write(String failure, Work<T> work) {
        String transaction = "";
        T result;
        SQLException lost;
        try (Lease lease = lease()) {
            Connection connection = lease.connection;
            connection.setAutoCommit(false);
            try {
                transaction = begin(connection);
                result = work.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
            lost = commit(connection);
        } catch (SQLException e) {
            throw Failures.of(failure, e);
        }
        if (lost != null && !isCommitted(transaction, failure, lost)) {
            throw Failures.of(failure, lost);
        }
        return result;
    }

    private static String begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(3);
            }
        }
    }

    /** Null if the server said that it is done; else why nobody knows yet. */
    private static @Nullable SQLException commit(Connection connection) throws SQLException {
        try {
            connection.commit();
            return null;
        } catch (SQLException e) {
            if (Failures.rolledBack(e)) {
                throw e;
            }
            return e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What became of a transaction whose connection broke: the server knows, once it is there again. */
    private boolean isCommitted(String transaction, String failure, SQLException lost) {
        // a cancelled training still learns whether its save is there
        boolean interrupted = Thread.interrupted();
        try {
            Patience asking = patience.get();
            while (asking.next()) {
                try (Lease lease = lease()) {
                    lease.connection.setAutoCommit(true);
                    String status = status(lease.connection, transaction);
                    if (!"in progress".equals(status)) {
                        return "committed".equals(status);
                    }
                } catch (SQLException e) {
                    lost.addSuppressed(e);
                }
            }
            throw new OutcomeUnknownException(failure, lost);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static @Nullable String status(Connection connection, String transaction) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_xact_status(?::text::xid8)")) {
            query.setString(1, transaction);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private Lease lease() throws SQLException {
        return new Lease(source.getConnection());
    }

    /** A connection that gives up on a silent server, and goes back as it came. */
    private static final class Lease implements AutoCloseable {

        private final Connection connection;
        private final boolean unbounded;

        Lease(Connection connection) throws SQLException {
            this.connection = connection;
            try {
                unbounded = connection.getNetworkTimeout() == 0;
                if (unbounded) {
                    connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
                }
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public void close() {
            try (Connection closing = connection) {
                if (!closing.isClosed()) {
                    closing.setAutoCommit(true);
                    if (unbounded) {
                        closing.setNetworkTimeout(Runnable::run, 0);
                    }
                }
            } catch (SQLException e) {
                // broken: what was to be done is done, or has failed already
            }
        }
    }
}
