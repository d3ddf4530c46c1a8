/** The detectors: each a name, and the Spark ML pipeline that goes by it. They are found wherever the class path has some. */
@NullMarked
package dev.outsole.detector;

import org.jspecify.annotations.NullMarked;
