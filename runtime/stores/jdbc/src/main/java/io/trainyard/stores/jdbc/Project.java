package io.trainyard.stores.jdbc;

import io.trainyard.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of trainyard_project.
 *
 * @param identity what no project of another database has
 * @param contents where its bytes are
 */
record Project(long id, String name, UUID identity, String contents) {

    private static final int LONGEST_NAME = 200;

    /** The project with this name, made if need be. */
    static Project open(Database database, String name, String contents) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw refused(name, "a project has a name of 1 to " + LONGEST_NAME + " characters", "name it");
        }
        String failure = failure(name);
        Project project = database.read(failure, connection -> find(connection, name))
                .orElseGet(() -> database.write(failure, connection -> make(connection, name, contents)));
        if (!project.contents.equals(contents)) {
            throw refused(
                    name,
                    "its bytes are in \"" + project.contents + "\", and not in \"" + contents + "\"",
                    "open it where its bytes are, or take another name");
        }
        return project;
    }

    private static Project make(Connection connection, String name, String contents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into trainyard_project (name, contents) values (?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setString(2, contents);
            insert.executeUpdate();
        }
        return find(connection, name).orElseThrow();
    }

    private static Optional<Project> find(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id, identity, contents from trainyard_project where name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Project(row.getLong(1), name, row.getObject(2, UUID.class), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    private static StoreException refused(String name, String why, String fix) {
        return new StoreException(failure(name), why, fix, "the javadoc of io.trainyard.stores.jdbc.JdbcStore", null);
    }

    private static String failure(String name) {
        return "the object store of project \"" + name + "\" cannot be opened";
    }
}
