/** The command line: options, progress, the table at the end, errors and exit codes. */
@NullMarked
package dev.outsole.cli;

import org.jspecify.annotations.NullMarked;
