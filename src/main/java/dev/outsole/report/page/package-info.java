/**
 * The page {@code report.html}: views of a run's results, one a part of the page, and the templates that show them. No Spark; how the
 * results are read is the caller's business.
 */
@NullMarked
package dev.outsole.report.page;

import org.jspecify.annotations.NullMarked;
