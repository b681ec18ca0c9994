package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoredObject;
import io.trainyard.store.Usage;
import io.trainyard.store.VersionEntry;
import io.trainyard.stores.jdbc.Books.Entered;
import io.trainyard.stores.jdbc.Catalogue.Entry;
import io.trainyard.stores.jdbc.ContentStore.Content;
import io.trainyard.time.WallClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.sql.DataSource;

/**
 * A store in PostgreSQL, from version 13 on: one project of those in the tables {@code trainyard_*} of the schema that the
 * connections see first. The tables are made when the first store opens; users that may not make tables open one that is
 * there.
 *
 * <ul>
 *   <li><b>Durable.</b> A save is one transaction, committed with {@code synchronous_commit} on, or what is stronger if
 *       the server is set to that; with {@code fsync} off, a server promises nothing, and neither does this store.
 *   <li><b>Exact.</b> Changes of a project take turns, over all processes, by the lock on its row; the bytes are sent
 *       before it is locked. Whoever waits 30 seconds for it gives up. Readers never wait.
 *   <li><b>Bounded.</b> A server that keeps silent for a minute counts as lost, unless the connections have a limit of their
 *       own. If one is lost during the commit itself, the server is asked what became of the transaction for about half a
 *       minute; only then is there an {@link OutcomeUnknownException}.
 *   <li>The time of a save or a read does not depend on how many objects or projects there are.
 * </ul>
 *
 * <p>The data source is the user's, who closes it; a pool spares each call the time to connect. May be called from any
 * thread.
 */
public final class JdbcStore implements StoreBackend {

    /** From how many bytes on to ask whether there is room before sending them. */
    private static final int WORTH_ASKING = 64 * 1024;

    private final Database database;
    private final Contents contents;
    private final Catalogue catalogue;
    private final Books books;
    private final Quota quota;
    private final WallClock wallClock;

    private JdbcStore(Database database, Project project, Contents contents, Quota quota, WallClock wallClock) {
        this.database = database;
        this.contents = contents;
        this.catalogue = new Catalogue(project);
        this.books = new Books(project, catalogue);
        this.quota = quota;
        this.wallClock = wallClock;
    }

    /**
     * Opens the store of a project, which is made if need be.
     *
     * @param project 1 to 200 characters
     * @throws StoreException if the database cannot be reached, or its tables not be used
     */
    public static JdbcStore open(DataSource source, String project, Quota quota) {
        return open(source, project, quota, WallClock.system());
    }

    /**
     * The same, with commits dated by this clock.
     *
     * @throws StoreException if the database cannot be reached, or its tables not be used
     */
    public static JdbcStore open(DataSource source, String project, Quota quota, WallClock wallClock) {
        return open(new Database(source, Patience::ofHalfAMinute), project, quota, wallClock);
    }

    static JdbcStore open(Database database, String project, Quota quota, WallClock wallClock) {
        Schema.bringUpToDate(database);
        Contents contents = new ContentTable(database);
        return new JdbcStore(database, Project.open(database, project, contents.name()), contents, quota, wallClock);
    }

    /**
     * Opens a store whose bytes are in a place outside; for modules that have such a place. The place is bound to the
     * project, and the project to the place.
     *
     * @throws StoreException if database or place cannot be used, or one of them is bound to another
     */
    public static JdbcStore open(
            DataSource source, String project, ContentStore outside, Quota quota, WallClock wallClock) {
        Database database = new Database(source, Patience::ofHalfAMinute);
        Schema.bringUpToDate(database);
        Project opened = Project.open(database, project, outside.name());
        outside.claim(opened.identity());
        Contents contents = new ContentOutside(database, outside, opened.id());
        return new JdbcStore(database, opened, contents, quota, wallClock);
    }

    @Override
    public ModelVersion commit(Commit commit) {
        String failure = "\"" + commit.key() + "\" was not saved, and what was there stays";
        if (commit.content().length >= WORTH_ASKING) {
            refuseEarly(commit, failure);
        }
        while (true) {
            Content content = contents.prepare(commit);
            Optional<Entered> entered = enter(commit, content, failure);
            if (entered.isPresent()) {
                contents.removed(entered.get().gone());
                return entered.get().version();
            }
        }
    }

    private Optional<Entered> enter(Commit commit, Content content, String failure) {
        try {
            return database.write(
                    failure,
                    connection -> contents.write(connection, content, commit)
                            ? Optional.of(books.enter(connection, commit, content, quota, wallClock.now()))
                            : Optional.empty());
        } catch (OutcomeUnknownException e) {
            // the bytes may belong to a version
            throw e;
        } catch (RuntimeException | Error e) {
            contents.giveUp(content);
            throw e;
        }
    }

    /** What does not fit now is not sent; what fits now is asked again under the lock. */
    private void refuseEarly(Commit commit, String failure) {
        Standing standing = database.read(failure, connection -> catalogue.standing(connection, commit.key()));
        standing.becomes(commit, wallClock.now());
        standing.over(commit, quota);
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return object(key, connection -> catalogue.version(connection, key, number));
    }

    @Override
    public Optional<StoredObject> newest(ObjectKey key) {
        try {
            return object(key, connection -> catalogue.current(connection, key));
        } catch (DamagedObjectException e) {
            // once more, step by step, which finds the last good version
            return StoreBackend.super.newest(key);
        }
    }

    private Optional<StoredObject> object(ObjectKey key, Database.Work<Optional<Entry>> look) {
        Optional<Entry> entry = database.read(unreadable(key), look);
        while (entry.isPresent()) {
            Content content = entry.get().content();
            ModelVersion version = entry.get().version();
            Optional<byte[]> bytes = contents.read(content);
            if (bytes.isPresent()) {
                return Optional.of(StoredObject.verified(version, bytes.get(), contents.place(content)));
            }
            // gone since the look, or lost
            entry = database.read(unreadable(key), look);
            if (entry.filter(again -> again.content().equals(content)).isPresent()) {
                throw new DamagedObjectException(
                        key, version.number(), "its bytes are missing", contents.place(content), null);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return database.read(unreadable(key), connection -> catalogue.version(connection, key, number))
                .map(Entry::version);
    }

    @Override
    public Optional<ModelVersion> head(ObjectKey key) {
        return database.read(unreadable(key), connection -> catalogue.current(connection, key))
                .map(Entry::version);
    }

    @Override
    public List<ModelVersion> versions(ObjectKey key) {
        return database.read(unreadable(key), connection -> catalogue.versions(connection, key));
    }

    @Override
    public List<VersionEntry> list(ObjectKey key) {
        return database.read(unreadable(key), connection -> catalogue.list(connection, key));
    }

    @Override
    public SortedSet<ObjectKey> keys(String prefix) {
        String start = ObjectKey.prefix(prefix);
        return database.read("the keys cannot be read", connection -> catalogue.keys(connection, start));
    }

    @Override
    public boolean delete(ObjectKey key, Set<Long> numbers) {
        List<Content> gone =
                database.write("\"" + key + "\" was not deleted", connection -> books.remove(connection, key, numbers));
        contents.removed(gone);
        return !gone.isEmpty();
    }

    @Override
    public boolean pin(ObjectKey key, long number, boolean pinned) {
        return database.write(
                "version " + number + " of \"" + key + "\" was not " + (pinned ? "pinned" : "unpinned"),
                connection -> books.pin(connection, key, number, pinned));
    }

    @Override
    public long highest(ObjectKey key) {
        return database.read(unreadable(key), connection -> catalogue.highest(connection, key));
    }

    @Override
    public Usage usage() {
        return database.read("the usage cannot be read", catalogue::usage);
    }

    @Override
    public Quota quota() {
        return quota;
    }

    /** Bytes in the database are never left over; those outside are listed, which takes its time. */
    @Override
    public long sweep() {
        return contents.sweep();
    }

    private static String unreadable(ObjectKey key) {
        return "\"" + key + "\" cannot be read";
    }
}
