/**
 * What generated code offers a host, and what a host lends a strategy. Uses {@code training}, {@code store},
 * {@code portfolio}, {@code market} and {@code time}.
 */
@NullMarked
package io.trainyard.strategy;

import org.jspecify.annotations.NullMarked;
