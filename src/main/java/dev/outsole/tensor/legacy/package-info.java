/** Reads what version 0.1.0 wrote before stages had one form on disk; nothing writes it any more. Knows no Spark. */
@NullMarked
package dev.outsole.tensor.legacy;

import org.jspecify.annotations.NullMarked;
