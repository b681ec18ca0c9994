/**
 * Objects that outlive a run: text, bytes, JSON and XML under keys, with versions and a quota, committed whole or not at
 * all. Uses {@code time}, and Jackson for JSON and XML.
 */
@NullMarked
package io.trainyard.store;

import org.jspecify.annotations.NullMarked;
