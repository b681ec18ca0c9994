/** What users write: the annotations of a strategy and the words that they take. Uses nothing but the JDK. */
package io.trainyard;
