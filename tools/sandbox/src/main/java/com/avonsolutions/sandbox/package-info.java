/**
 * The parts of a cloud in memory, for tests, the local server and benchmarks; this package holds
 * what the other packages share.
 *
 * <p>Never deployed, and never reached from what is.
 */
@NullMarked
package com.avonsolutions.sandbox;

import org.jspecify.annotations.NullMarked;
