/** What a fitted stage has learnt, as named arrays of numbers; and the file that holds them, safetensors, which other languages read too. */
@NullMarked
package dev.outsole.tensor;

import org.jspecify.annotations.NullMarked;
