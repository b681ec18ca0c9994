/**
 * {@code trainyard store}: looks into a store of models and mends it, also while strategies run on it. Each command is a
 * class of its own; what they share are the options that say which store is meant. Uses the core.
 */
@NullMarked
package io.trainyard.console.store;

import org.jspecify.annotations.NullMarked;
