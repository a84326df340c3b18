/**
 * {@code make bench-growth}: capacity and latency of each route while the tables grow.
 *
 * <p>Calls functions in this process only; nothing here uses HTTP to the site.
 */
@NullMarked
package com.avonsolutions.bench.growth;

import org.jspecify.annotations.NullMarked;
