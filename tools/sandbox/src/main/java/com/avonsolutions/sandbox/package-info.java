/**
 * The cloud in a box, for tests, the local server and benchmarks; this package holds what its parts
 * share.
 *
 * <p>Never deployed, and never reached from what is.
 */
@NullMarked
package com.avonsolutions.sandbox;

import org.jspecify.annotations.NullMarked;
