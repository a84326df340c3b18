/**
 * Compares two copies of a function that are ready for a snapshot.
 *
 * <p>Used by tests alone.
 */
@NullMarked
package com.avonsolutions.sandbox.snapshot;

import org.jspecify.annotations.NullMarked;
