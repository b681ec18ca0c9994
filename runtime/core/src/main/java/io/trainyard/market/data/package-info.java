/**
 * Where recorded bars come from: LEAN's folders, plain CSV files and a small sample. The prose of errors says which file
 * and line, what was found there and what was expected. Uses {@code market}.
 */
@NullMarked
package io.trainyard.market.data;

import org.jspecify.annotations.NullMarked;
