package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.PinnedVersionException;
import io.trainyard.store.Quota;
import io.trainyard.store.Usage;
import io.trainyard.stores.jdbc.ContentStore.Content;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes of a project's tables. Each method runs in a transaction, and locks the project first. */
final class Books {

    /** What a commit did. */
    record Entered(ModelVersion version, List<Content> gone) {}

    /** A version that goes. */
    private record Old(Content content, long number, long size, boolean candidate, boolean pinned, boolean current) {

        static List<Old> all(PreparedStatement query) throws SQLException {
            List<Old> all = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    all.add(of(row));
                }
            }
            return all;
        }

        static Old of(ResultSet row) throws SQLException {
            return new Old(
                    new Content(ObjectKey.of(row.getString(1)), row.getObject(2, UUID.class)),
                    row.getLong(3),
                    row.getLong(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7));
        }
    }

    private static final String OLD =
            "select key, content, number, size, candidate, pinned, current from trainyard_version where project = ? and ";

    private final Project project;
    private final Catalogue catalogue;

    Books(Project project, Catalogue catalogue) {
        this.project = project;
        this.catalogue = catalogue;
    }

    /** Enters the version of a commit, and takes out what must go for it. */
    Entered enter(Connection connection, Commit commit, Content content, Quota quota, Instant now) throws SQLException {
        lock(connection);
        Standing before = catalogue.standing(connection, commit.key());
        ModelVersion version = before.becomes(commit, now);
        List<Old> dropped = toDrop(connection, before, commit, quota);
        insert(connection, before, version, content);
        int objects = remove(connection, dropped);
        settle(connection, without(before.with(version, commit), dropped, objects));
        return new Entered(version, dropped.stream().map(Old::content).toList());
    }

    /**
     * Takes versions out.
     *
     * @throws PinnedVersionException if one of them is pinned
     */
    List<Content> remove(Connection connection, ObjectKey key, Set<Long> numbers) throws SQLException {
        lock(connection);
        List<Old> gone;
        try (PreparedStatement query =
                connection.prepareStatement(OLD + "key = ? and number = any(?) order by number")) {
            query.setLong(1, project.id());
            query.setString(2, key.value());
            query.setArray(3, connection.createArrayOf("bigint", numbers.toArray()));
            gone = Old.all(query);
        }
        for (Old old : gone) {
            if (old.pinned) {
                throw new PinnedVersionException(key, old.number);
            }
        }
        if (!gone.isEmpty()) {
            Usage before = usageOf(connection, key);
            int objects = remove(connection, gone);
            if (gone.stream().anyMatch(Old::current)) {
                promote(connection, key);
            }
            settle(connection, before, usageOf(connection, key), objects);
        }
        return gone.stream().map(Old::content).toList();
    }

    /** Marks a version; false if it is not there. */
    boolean pin(Connection connection, ObjectKey key, long number, boolean pinned) throws SQLException {
        lock(connection);
        Usage before = usageOf(connection, key);
        try (PreparedStatement update = connection.prepareStatement(
                "update trainyard_version set pinned = ? where project = ? and key = ? and number = ?")) {
            update.setBoolean(1, pinned);
            update.setLong(2, project.id());
            update.setString(3, key.value());
            update.setLong(4, number);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        settle(connection, before, usageOf(connection, key), 0);
        return true;
    }

    /** Lets references to the row through, and no other change. */
    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select from trainyard_project where id = ? for no key update")) {
            lock.setLong(1, project.id());
            lock.execute();
        }
    }

    /** The oldest history first, with the version that is about to become history. */
    private List<Old> toDrop(Connection connection, Standing before, Commit commit, Quota quota) throws SQLException {
        long over = before.over(commit, quota);
        List<Old> dropped = new ArrayList<>();
        if (over <= 0) {
            return dropped;
        }
        String replaced = before.replacedBy(commit).isPresent() ? "or (key = ? and current)" : "";
        try (PreparedStatement query =
                connection.prepareStatement(OLD + "not pinned and (not current " + replaced + ") order by committed")) {
            query.setFetchSize(50);
            query.setLong(1, project.id());
            if (!replaced.isEmpty()) {
                query.setString(2, commit.key().value());
            }
            try (ResultSet oldest = query.executeQuery()) {
                while (over > 0 && oldest.next()) {
                    Old old = Old.of(oldest);
                    dropped.add(old);
                    over -= old.size;
                }
            }
        }
        return dropped;
    }

    private void insert(Connection connection, Standing before, ModelVersion version, Content content)
            throws SQLException {
        Manifest manifest = Manifest.of(version);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into trainyard_object (project, key, highest) values (?, ?, ?)
                    on conflict (project, key)
                    do update set highest = greatest(trainyard_object.highest, excluded.highest);
                update trainyard_version set current = false where project = ? and key = ? and current and not ?;
                insert into trainyard_version (content, project, key, number, committed, candidate, current, pinned,
                    size, manifest, manifest_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, project.id());
            insert.setString(2, version.key());
            insert.setLong(3, version.number());
            insert.setLong(4, project.id());
            insert.setString(5, version.key());
            insert.setBoolean(6, version.candidate());
            insert.setObject(7, content.id());
            insert.setLong(8, project.id());
            insert.setString(9, version.key());
            insert.setLong(10, version.number());
            insert.setLong(11, before.commits() + 1);
            insert.setBoolean(12, version.candidate());
            insert.setBoolean(13, !version.candidate());
            insert.setBoolean(14, version.pinned());
            insert.setLong(15, version.size());
            insert.setString(16, manifest.json());
            insert.setString(17, manifest.sha256());
            insert.execute();
        }
    }

    /** Deletes the rows, those of the bytes with them, and says how many keys have no version any more. */
    private int remove(Connection connection, List<Old> gone) throws SQLException {
        if (gone.isEmpty()) {
            return 0;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from trainyard_version where content = any(?)")) {
            Object[] contents = gone.stream().map(old -> old.content.id()).toArray();
            delete.setArray(1, connection.createArrayOf("uuid", contents));
            delete.executeUpdate();
        }
        // their rows stay, with the highest number that they gave
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from trainyard_object o where project = ? and key = any(?) and not "
                        + Catalogue.THERE)) {
            Object[] keys = gone.stream()
                    .map(old -> old.content.key().value())
                    .distinct()
                    .toArray();
            query.setLong(1, project.id());
            query.setArray(2, connection.createArrayOf("text", keys));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The highest number that is no candidate is current. */
    private void promote(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update trainyard_version set current = true where project = ? and key = ? and number = (
                    select max(number) from trainyard_version where project = ? and key = ? and not candidate)""")) {
            update.setLong(1, project.id());
            update.setString(2, key.value());
            update.setLong(3, project.id());
            update.setString(4, key.value());
            update.executeUpdate();
        }
    }

    private static Usage without(Usage usage, List<Old> dropped, int objects) {
        // what was dropped is history by now, and not pinned
        long bytes = dropped.stream().mapToLong(Old::size).sum();
        return new Usage(
                usage.bytes(),
                usage.objects() - objects,
                usage.historyBytes() - bytes,
                usage.historyVersions() - dropped.size(),
                usage.pinnedBytes());
    }

    private Usage usageOf(Connection connection, ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(sum(size) filter (where current), 0),
                    coalesce(sum(size) filter (where not current), 0),
                    count(*) filter (where not current),
                    coalesce(sum(size) filter (where not current and pinned), 0)
                from trainyard_version where project = ? and key = ?""")) {
            query.setLong(1, project.id());
            query.setString(2, key.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Usage(row.getLong(1), 0, row.getLong(2), row.getInt(3), row.getLong(4));
            }
        }
    }

    private void settle(Connection connection, Usage before, Usage after, int objects) throws SQLException {
        Usage all = catalogue.usage(connection);
        settle(
                connection,
                new Usage(
                        all.bytes() + after.bytes() - before.bytes(),
                        all.objects() - objects,
                        all.historyBytes() + after.historyBytes() - before.historyBytes(),
                        all.historyVersions() + after.historyVersions() - before.historyVersions(),
                        all.pinnedBytes() + after.pinnedBytes() - before.pinnedBytes()));
    }

    private void settle(Connection connection, Usage usage) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update trainyard_project set bytes = ?, objects = ?, history_bytes = ?, history_versions = ?,
                    pinned_bytes = ?, commits = commits + 1 where id = ?""")) {
            update.setLong(1, usage.bytes());
            update.setInt(2, usage.objects());
            update.setLong(3, usage.historyBytes());
            update.setInt(4, usage.historyVersions());
            update.setLong(5, usage.pinnedBytes());
            update.setLong(6, project.id());
            update.executeUpdate();
        }
    }
}
