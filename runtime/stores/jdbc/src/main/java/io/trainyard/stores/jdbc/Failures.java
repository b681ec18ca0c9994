package io.trainyard.stores.jdbc;

import io.trainyard.store.StoreException;
import java.sql.SQLException;

/**
 * What the database says, as a refusal with a remedy. States are those of "PostgreSQL Error Codes" in the appendix of its
 * manual.
 */
final class Failures {

    private Failures() {}

    static StoreException of(String what, SQLException cause) {
        String why = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", ", ");
        return new StoreException(
                what, why, fix(state(cause)), "the javadoc of io.trainyard.stores.jdbc.JdbcStore", cause);
    }

    /** Whether the server has said itself that it rolled the transaction back. */
    static boolean rolledBack(SQLException e) {
        return state(e).startsWith("23") || state(e).startsWith("40");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String fix(String state) {
        return switch (state) {
            case "3D000" -> "create the database, or mend its name";
            case "42501" -> "grant this user the rights on the tables trainyard_*, and to create them once";
            case "25006" -> "connect to the primary: this server is read-only";
            case "53100" -> "free space on the disk of the database, then try again";
            case "53300" -> "raise max_connections, or take a smaller pool";
            case "55P03" -> "another process held the project too long: see pg_locks, then try again";
            case "42P01", "42703" -> "look whether the search_path still leads to the tables trainyard_*";
            default -> fixOfClass(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static String fixOfClass(String group) {
        return switch (group) {
            case "08", "57" -> "see that the database runs and can be reached, then try again";
            case "28" -> "mend user or password, or let this user in in pg_hba.conf";
            default -> "look after the database, then try again";
        };
    }
}
