/**
 * Objects that outlive a run: text, bytes, JSON and XML under keys, with versions and a quota, committed whole or not at
 * all. {@link io.trainyard.store.ObjectStore} is what strategies see, {@link io.trainyard.store.StoreBackend} where the
 * bytes are, {@link io.trainyard.store.Versions} what one does with versions, {@link io.trainyard.store.ObjectCodec} the only place that knows Jackson. Uses {@code time}, the formats
 * and plans of {@code io.trainyard}, and Jackson for JSON and XML.
 */
@NullMarked
package io.trainyard.store;

import org.jspecify.annotations.NullMarked;
