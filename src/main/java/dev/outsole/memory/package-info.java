/** Memory that units of work share: how much there is, and who may have how much of it. It knows nothing of what the memory is for. */
@NullMarked
package dev.outsole.memory;

import org.jspecify.annotations.NullMarked;
