package io.trainyard.stores.s3;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.stores.jdbc.JdbcStore;
import io.trainyard.time.WallClock;
import javax.sql.DataSource;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A store whose bytes are in S3, and whose versions, pointers and sums are in PostgreSQL.
 *
 * <pre>
 * s3://bucket/prefix/owner                              whose prefix it is
 * s3://bucket/prefix/sunday-trend/line/3f0a...          the bytes of one version, written once
 * </pre>
 *
 * <p>Of S3 it takes three things that all servers keep: a put is whole or not at all and durable when it returns, a put with
 * {@code If-None-Match: *} replaces nothing, and what was put can be read. {@code If-Match}, on which pointers in S3 would
 * depend, loses updates on several servers. So the bytes are put first, under a name of their own; the transaction that
 * makes the version ({@link JdbcStore}) comes after them, and decides on number, condition and quota. A crash in between
 * leaves bytes that no version has: {@link StoreBackend#sweep()} removes them, and takes no upload at work for one. Those
 * of versions that are deleted or dropped go after the transaction that did it.
 *
 * <p>While bytes are sent, a connection to the database is held. The client is the user's, who closes it; it should have
 * {@code requestChecksumCalculation(WHEN_REQUIRED)} for servers that do not know the newest checksums.
 */
public final class S3Store {

    private S3Store() {}

    /**
     * Opens the store in a prefix of a bucket, which is its project in the database.
     *
     * @param prefix the start of all names, without a slash at its ends; may be empty
     * @throws StoreException if bucket or database cannot be used, or the prefix belongs to another database
     */
    public static StoreBackend open(S3Client client, String bucket, String prefix, DataSource catalogue, Quota quota) {
        return open(client, bucket, prefix, catalogue, quota, WallClock.system());
    }

    /**
     * The same, with commits dated by this clock.
     *
     * @throws StoreException if bucket or database cannot be used, or the prefix belongs to another database
     */
    public static StoreBackend open(
            S3Client client, String bucket, String prefix, DataSource catalogue, Quota quota, WallClock wallClock) {
        S3Contents contents = new S3Contents(client, bucket, prefix);
        return JdbcStore.open(catalogue, contents.name(), contents, quota, wallClock);
    }
}
