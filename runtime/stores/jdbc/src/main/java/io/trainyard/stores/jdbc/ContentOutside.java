package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.store.StoreException;
import io.trainyard.stores.jdbc.ContentStore.Content;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes in a place outside the database.
 *
 * <pre>
 * announce   the id in trainyard_upload, committed
 * write      in one transaction: hold that row, put the bytes, lock the project, make the version, take the row away
 * remove     after the commit that took the version away
 * </pre>
 *
 * <p>So all that is outside has a row in trainyard_version or in trainyard_upload, or is an orphan, whenever it is looked
 * for after it was seen. A row in trainyard_upload that nobody holds has no writer any more. No clock decides anything.
 */
final class ContentOutside implements Contents {

    private static final Logger LOG = LoggerFactory.getLogger(ContentOutside.class);
    private static final int BATCH = 500;

    private final Database database;
    private final ContentStore outside;
    private final long project;

    ContentOutside(Database database, ContentStore outside, long project) {
        this.database = database;
        this.outside = outside;
        this.project = project;
    }

    @Override
    public String name() {
        return outside.name();
    }

    @Override
    public Content prepare(Commit commit) {
        Content content = new Content(commit.key(), UUID.randomUUID());
        database.write("\"" + commit.key() + "\" was not saved, and what was there stays", connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into trainyard_upload (content, project) values (?, ?)")) {
                insert.setObject(1, content.id());
                insert.setLong(2, project);
                return insert.executeUpdate();
            }
        });
        return content;
    }

    @Override
    public boolean write(Connection connection, Content content, Commit commit) throws SQLException {
        // the row is held until the transaction ends, so that nobody takes the bytes for left over
        boolean held = forget(connection, content);
        if (held) {
            outside.put(content, commit.content(), commit.sha256());
        }
        return held;
    }

    private static boolean forget(Connection connection, Content content) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from trainyard_upload where content = ?")) {
            delete.setObject(1, content.id());
            return delete.executeUpdate() > 0;
        }
    }

    @Override
    public void giveUp(Content content) {
        try {
            outside.remove(List.of(content));
            database.write("an upload was not forgotten", connection -> forget(connection, content));
        } catch (StoreException e) {
            LOG.warn("what was uploaded in vain stays until the store is swept: {}", e.getMessage());
        }
    }

    @Override
    public void removed(List<Content> gone) {
        if (gone.isEmpty()) {
            return;
        }
        try {
            outside.remove(gone);
        } catch (StoreException e) {
            LOG.warn("{} contents of removed versions stay until the store is swept: {}", gone.size(), e.getMessage());
        }
    }

    @Override
    public Optional<byte[]> read(Content content) {
        return outside.get(content);
    }

    @Override
    public long sweep() {
        forgetUploads();
        Sweep sweep = new Sweep();
        outside.list(sweep::found);
        sweep.removeOrphans();
        return sweep.freed;
    }

    @Override
    public String place(Content content) {
        return outside.place(content);
    }

    /** Those whose writer is gone: it would hold the row. */
    private void forgetUploads() {
        database.write("what crashes left over was not removed", connection -> {
            try (PreparedStatement delete = connection.prepareStatement("""
                    delete from trainyard_upload where content in (
                        select content from trainyard_upload where project = ? for update skip locked)""")) {
                delete.setLong(1, project);
                return delete.executeUpdate();
            }
        });
    }

    /** Looks each content up after it was seen, so that one which was made in between is known. */
    private final class Sweep {

        private final Map<Content, Long> seen = new LinkedHashMap<>();
        private long freed;

        void found(Content content, long size) {
            seen.put(content, size);
            if (seen.size() >= BATCH) {
                removeOrphans();
            }
        }

        void removeOrphans() {
            Set<UUID> known = known(seen.keySet().stream().map(Content::id).toArray());
            List<Content> orphans = new ArrayList<>();
            seen.forEach((content, size) -> {
                if (!known.contains(content.id())) {
                    orphans.add(content);
                    freed += size;
                }
            });
            if (!orphans.isEmpty()) {
                outside.remove(orphans);
            }
            seen.clear();
        }

        private Set<UUID> known(Object[] ids) {
            // one statement, one snapshot: an upload that becomes a version is seen as the one or the other
            return database.read("what crashes left over was not removed", connection -> {
                try (PreparedStatement query = connection.prepareStatement("""
                        select content from trainyard_version where content = any(?)
                        union all select content from trainyard_upload where content = any(?)""")) {
                    Array all = connection.createArrayOf("uuid", ids);
                    query.setArray(1, all);
                    query.setArray(2, all);
                    Set<UUID> known = new HashSet<>();
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            known.add(rows.getObject(1, UUID.class));
                        }
                    }
                    return known;
                }
            });
        }
    }
}
