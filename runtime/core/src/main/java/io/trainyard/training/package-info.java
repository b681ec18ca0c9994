/**
 * One training: what it is, whether it can be afforded, its run on a lane, what ends it, and what becomes of its result. What
 * becomes of runs is logged by {@code io.trainyard.runs}; what a training logs itself carries its run in the diagnostic context, under {@code trainyard.run}. Uses {@code store},
 * {@code market} and {@code time}, and budgets and schedules from {@code io.trainyard.schedule}.
 */
@NullMarked
package io.trainyard.training;

import org.jspecify.annotations.NullMarked;
