/** A trend line through the latest closes, fitted anew every Sunday. */
package io.trainyard.samples.sundaytrend;
