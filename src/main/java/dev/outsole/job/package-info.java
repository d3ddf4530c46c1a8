/** One class for each command, to be read as a recipe: load, train, score, report. */
@NullMarked
package dev.outsole.job;

import org.jspecify.annotations.NullMarked;
