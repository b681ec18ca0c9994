/**
 * A strategy as it is meant: typed values, every word parsed. What {@code resolve} makes, {@code check} judges and
 * {@code emit} writes. Uses {@code problem} for places, and the schedules that fire at run time.
 */
@NullMarked
package io.trainyard.processor.model;

import org.jspecify.annotations.NullMarked;
