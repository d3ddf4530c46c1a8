/** Reads stages that version 0.1.0 saved as Parquet and JSON, before they had one form on disk; nothing writes it any more. */
@NullMarked
package dev.outsole.spark.legacy;

import org.jspecify.annotations.NullMarked;
