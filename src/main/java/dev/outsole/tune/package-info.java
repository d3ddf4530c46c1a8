/**
 * Choice of a detector's settings without labels: by how well each tells held-out normal images from synthetic anomalies made of them.
 * Spark stays out.
 */
@NullMarked
package dev.outsole.tune;

import org.jspecify.annotations.NullMarked;
