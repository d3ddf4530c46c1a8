/** How Outsole writes and reads JSON: snake_case names, indented, full precision, unknown fields refused. */
@NullMarked
package dev.outsole.json;

import org.jspecify.annotations.NullMarked;
