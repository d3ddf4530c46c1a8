/** Nightly results over time, and the judgement of a night by those before it. No Spark. */
@NullMarked
package dev.outsole.history;

import org.jspecify.annotations.NullMarked;
