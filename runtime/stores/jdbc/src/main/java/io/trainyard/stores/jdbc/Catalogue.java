package io.trainyard.stores.jdbc;

import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Usage;
import io.trainyard.store.VersionEntry;
import io.trainyard.stores.jdbc.ContentStore.Content;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What the tables say of a project. Only reads; each method is one statement, so it sees one moment. */
final class Catalogue {

    /** A version, and the id of its bytes. */
    record Entry(ModelVersion version, Content content) {}

    private static final String ENTRY = "select number, pinned, content, manifest, manifest_sha256 from"
            + " trainyard_version where project = ? and key = ? and ";

    /** Of an object: whether it has a version, and not just the number of one that is gone. */
    static final String THERE =
            "exists (select from trainyard_version v where v.project = o.project and v.key = o.key)";

    private final Project project;

    Catalogue(Project project) {
        this.project = project;
    }

    Optional<Entry> current(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRY + "current")) {
            return entries(query, key).stream().findFirst();
        }
    }

    Optional<Entry> version(Connection connection, ObjectKey key, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRY + "number = ?")) {
            query.setLong(3, number);
            return entries(query, key).stream().findFirst();
        }
    }

    /** The lowest number first. */
    List<ModelVersion> versions(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRY + "true order by number")) {
            return entries(query, key).stream().map(Entry::version).toList();
        }
    }

    /** The lowest number first. */
    List<VersionEntry> list(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select number, size, candidate, pinned from"
                + " trainyard_version where project = ? and key = ? order by number")) {
            query.setLong(1, project.id());
            query.setString(2, key.value());
            List<VersionEntry> entries = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    entries.add(new VersionEntry(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4)));
                }
            }
            return List.copyOf(entries);
        }
    }

    SortedSet<ObjectKey> keys(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select key from trainyard_object o where project = ? and key >= ? and key < ? and " + THERE)) {
            query.setLong(1, project.id());
            query.setString(2, prefix);
            // beyond all that a key may have
            query.setString(3, prefix + '\u007f');
            SortedSet<ObjectKey> keys = new TreeSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.add(ObjectKey.of(row.getString(1)));
                }
            }
            return keys;
        }
    }

    Usage usage(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select bytes, objects, history_bytes, history_versions, pinned_bytes from trainyard_project"
                        + " where id = ?")) {
            query.setLong(1, project.id());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the row of project \"" + project.name() + "\" is gone");
                }
                return usage(row);
            }
        }
    }

    /** The highest number that the key gave, 0 if it never gave one. */
    long highest(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select highest from trainyard_object where project = ? and key = ?")) {
            query.setLong(1, project.id());
            query.setString(2, key.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    Standing standing(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select p.bytes, p.objects, p.history_bytes, p.history_versions, p.pinned_bytes, p.commits,
                    coalesce(o.highest, 0), v.number, v.size, v.pinned,
                    (select max(a.number) from trainyard_version a where a.project = p.id and a.key = ?)
                from trainyard_project p
                left join trainyard_object o on o.project = p.id and o.key = ?
                left join trainyard_version v on v.project = p.id and v.key = ? and v.current
                where p.id = ?""")) {
            query.setString(1, key.value());
            query.setString(2, key.value());
            query.setString(3, key.value());
            query.setLong(4, project.id());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the row of project \"" + project.name() + "\" is gone");
                }
                long number = row.getLong(8);
                Optional<Standing.Current> current = row.wasNull()
                        ? Optional.empty()
                        : Optional.of(new Standing.Current(number, row.getLong(9), row.getBoolean(10)));
                return new Standing(usage(row), row.getLong(6), row.getLong(11), row.getLong(7), current);
            }
        }
    }

    private List<Entry> entries(PreparedStatement query, ObjectKey key) throws SQLException {
        query.setLong(1, project.id());
        query.setString(2, key.value());
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                UUID content = row.getObject(3, UUID.class);
                ModelVersion version = new Manifest(row.getString(4), row.getString(5))
                        .version(key, row.getLong(1), row.getBoolean(2), place(content));
                entries.add(new Entry(version, new Content(key, content)));
            }
        }
        return entries;
    }

    private String place(UUID content) {
        return "the row of trainyard_version with content = '" + content + "', project \"" + project.name() + "\"";
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getLong(5));
    }
}
