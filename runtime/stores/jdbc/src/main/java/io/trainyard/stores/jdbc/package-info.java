/**
 * A store in PostgreSQL: the versions of any number of projects in a few tables, with their bytes beside them or in a
 * place outside, such as S3. {@link io.trainyard.stores.jdbc.JdbcStore} opens it over a {@code DataSource},
 * {@link io.trainyard.stores.jdbc.ContentStore} is what a place outside has to do. Uses {@code store} and {@code time} of
 * the core, and the driver of PostgreSQL.
 */
@NullMarked
package io.trainyard.stores.jdbc;

import org.jspecify.annotations.NullMarked;
