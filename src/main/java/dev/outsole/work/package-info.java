/**
 * Units of work — a command, a night, a model — and what becomes of them, whatever they throw. Everybody who has to go on after a failure, or to
 * tell of one, does it through here.
 */
@NullMarked
package dev.outsole.work;

import org.jspecify.annotations.NullMarked;
