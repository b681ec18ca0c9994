/** The command line {@code trainyard}: runs the strategies of a class path and prints what came of it. Uses the core. */
@NullMarked
package io.trainyard.console;

import org.jspecify.annotations.NullMarked;
