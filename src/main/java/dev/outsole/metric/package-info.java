/** What a ranking of test images is judged by: each metric is one entry of {@link dev.outsole.metric.Metric}. No Spark. */
@NullMarked
package dev.outsole.metric;

import org.jspecify.annotations.NullMarked;
