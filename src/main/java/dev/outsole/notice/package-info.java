/** Tells others how a night went: a webhook, and metrics in Prometheus' text format. No Spark. */
@NullMarked
package dev.outsole.notice;

import org.jspecify.annotations.NullMarked;
