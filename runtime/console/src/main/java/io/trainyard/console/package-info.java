/**
 * The command line {@code trainyard}: runs the strategies of a class path and prints what came of it, and explains
 * schedules. Uses its store commands, the core and the schedules.
 */
@NullMarked
package io.trainyard.console;

import org.jspecify.annotations.NullMarked;
