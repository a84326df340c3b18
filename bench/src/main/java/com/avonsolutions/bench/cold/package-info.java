/**
 * {@code make bench-cold}: starts functions with Lambda's own runtime client against a stub of the
 * Runtime API, and compares them with baselines.
 *
 * <p>Knows nothing of pages, growth or warm paths.
 */
@NullMarked
package com.avonsolutions.bench.cold;

import org.jspecify.annotations.NullMarked;
