package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.stores.jdbc.ContentStore.Content;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where the bytes of versions are: in a table beside them, or outside. */
interface Contents {

    /** What the project is bound to. */
    String name();

    /** Makes ready to write these bytes; outside of any transaction. */
    Content prepare(Commit commit);

    /**
     * Writes them within the transaction that is to make their version, before the project is locked.
     *
     * @return false if they have to be prepared again
     */
    boolean write(Connection connection, Content content, Commit commit) throws SQLException;

    /** That the transaction made no version. */
    void giveUp(Content content);

    /** That their versions are gone. */
    void removed(List<Content> gone);

    /** The bytes as they are; empty if there are none. */
    Optional<byte[]> read(Content content);

    /** Frees what crashes left over, and says how many bytes that were. */
    long sweep();

    /** Where these bytes are, as messages say it. */
    String place(Content content);
}
