/**
 * A store in S3, or what speaks its protocol: immutable contents in a bucket, everything that decides in PostgreSQL.
 * {@link io.trainyard.stores.s3.S3Store} opens it. Uses {@code store} and {@code time} of the core, {@code stores.jdbc}
 * and the AWS SDK.
 */
@NullMarked
package io.trainyard.stores.s3;

import org.jspecify.annotations.NullMarked;
