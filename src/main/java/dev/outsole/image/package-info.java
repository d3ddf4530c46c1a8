/**
 * The vocabulary of labelled images: their shape, the names of their classes, which class is normal and which abnormal, and the splits.
 * Uses nothing else of Outsole but {@link dev.outsole.UserError}.
 */
@NullMarked
package dev.outsole.image;

import org.jspecify.annotations.NullMarked;
