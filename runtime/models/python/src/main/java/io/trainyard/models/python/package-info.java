/**
 * Models that Python trains: scripts with the libraries of a user's own environment (scikit-learn, statsmodels, hmmlearn, DEAP and
 * any other), called from trainings and handlers. {@link io.trainyard.models.python.PythonBridge} supervises worker processes and
 * calls functions of a {@link io.trainyard.models.python.PythonScript} in them; a
 * {@link io.trainyard.models.python.PythonModel} is what such a function trained, as bytes, fit for a {@code @Stored} field.
 * Uses {@code io.trainyard.training} and {@code io.trainyard.store} of the core, the JDK's processes, Jackson for headers.
 */
@NullMarked
package io.trainyard.models.python;

import org.jspecify.annotations.NullMarked;
