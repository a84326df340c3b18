/**
 * {@code make bench-warm}: throughput, latency and allocation of warm functions.
 *
 * <p>Cold starts are measured in {@code cold}.
 */
@NullMarked
package com.avonsolutions.bench.warm;

import org.jspecify.annotations.NullMarked;
