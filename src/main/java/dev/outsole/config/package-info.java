/** The settings as records, read from {@code conf/outsole.conf}, a user's own file and the command line. */
@NullMarked
package dev.outsole.config;

import org.jspecify.annotations.NullMarked;
