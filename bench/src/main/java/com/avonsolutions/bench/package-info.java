/**
 * Measures the functions and writes the results to docs/performance.md.
 *
 * <p>Never deployed; here is what several benchmarks share.
 */
@NullMarked
package com.avonsolutions.bench;

import org.jspecify.annotations.NullMarked;
