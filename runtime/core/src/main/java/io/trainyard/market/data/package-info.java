/**
 * Where recorded bars and trading hours come from: LEAN's folders and its database of market hours, plain CSV files and a
 * small sample. The prose of errors says which file and line, what was found there and what was expected. Uses
 * {@code market}, and calendars from {@code io.trainyard.schedule}.
 */
@NullMarked
package io.trainyard.market.data;

import org.jspecify.annotations.NullMarked;
