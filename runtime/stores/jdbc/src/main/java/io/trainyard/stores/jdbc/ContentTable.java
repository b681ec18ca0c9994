package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.stores.jdbc.ContentStore.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGStatement;

/** The bytes in a table of the same database, in the same transaction: no crash leaves anything over. */
final class ContentTable implements Contents {

    /** Small enough for any memory on the way, large enough to lose no time. */
    private static final int PART = 1 << 20;

    private final Database database;

    ContentTable(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Content prepare(Commit commit) {
        return new Content(commit.key(), UUID.randomUUID());
    }

    @Override
    public boolean write(Connection connection, Content content, Commit commit) throws SQLException {
        byte[] bytes = commit.content();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into trainyard_content (content, part, bytes) values (?, ?, ?)")) {
            int part = 0;
            int from = 0;
            do {
                int length = Math.min(PART, bytes.length - from);
                insert.setObject(1, content.id());
                insert.setInt(2, part++);
                insert.setBinaryStream(3, new ByteArrayInputStream(bytes, from, length), length);
                insert.executeUpdate();
                from += length;
            } while (from < bytes.length);
        }
        return true;
    }

    @Override
    public void giveUp(Content content) {
        // it went with the transaction
    }

    @Override
    public void removed(List<Content> gone) {
        // they went with their versions
    }

    @Override
    public Optional<byte[]> read(Content content) {
        return database.read("\"" + content.key() + "\" cannot be read", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select bytes from trainyard_content where content = ? order by part")) {
                if (query.isWrapperFor(PGStatement.class)) {
                    // bytes as they are from the first time on, not as hexadecimal digits
                    query.unwrap(PGStatement.class).setPrepareThreshold(-1);
                }
                query.setObject(1, content.id());
                try (ResultSet parts = query.executeQuery()) {
                    return joined(parts);
                }
            }
        });
    }

    private static Optional<byte[]> joined(ResultSet parts) throws SQLException {
        if (!parts.next()) {
            return Optional.empty();
        }
        byte[] first = parts.getBytes(1);
        if (!parts.next()) {
            return Optional.of(first);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length * 4);
        all.writeBytes(first);
        do {
            all.writeBytes(parts.getBytes(1));
        } while (parts.next());
        return Optional.of(all.toByteArray());
    }

    @Override
    public long sweep() {
        return 0;
    }

    @Override
    public String place(Content content) {
        return "the rows of trainyard_content with content = '" + content.id() + "'";
    }
}
