/**
 * What a host has to remember of its trainings when its process dies: every due instant, run, outcome, version and
 * charge, in the order in which they happened, on the disk before they have an effect. {@link
 * io.trainyard.training.ledger.RunLedger} is what a host writes to, {@link io.trainyard.training.ledger.Recovered} what it
 * finds after a restart. Uses nothing but the JDK.
 */
@NullMarked
package io.trainyard.training.ledger;

import org.jspecify.annotations.NullMarked;
