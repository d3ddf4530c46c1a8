/** What nobody may read in results, messages and logs: the values of secret settings, and passwords and signatures in URLs. */
@NullMarked
package dev.outsole.secret;

import org.jspecify.annotations.NullMarked;
