/** Matrix products by the bundled OpenBLAS, one thread for each caller. The native library stays in here, and Spark stays out. */
@NullMarked
package dev.outsole.blas;

import org.jspecify.annotations.NullMarked;
