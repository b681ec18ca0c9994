/** One regression by two routes: in the JVM, and by scikit-learn in the user's Python. */
package io.trainyard.samples.scikitregression;
