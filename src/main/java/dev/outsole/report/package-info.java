/**
 * The pictures of one evaluation, as PNG and SVG: sample images, ROC, embeddings and training loss. XChart lays the charts out; their SVG
 * is made by painting them on Batik's graphics. Needs no display, no Spark and no file system. May use {@code image}.
 */
@NullMarked
package dev.outsole.report;

import org.jspecify.annotations.NullMarked;
