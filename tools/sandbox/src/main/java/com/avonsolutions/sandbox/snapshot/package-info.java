/**
 * Compares two copies of a function that have prepared for a snapshot.
 *
 * <p>Used by tests alone.
 */
@NullMarked
package com.avonsolutions.sandbox.snapshot;

import org.jspecify.annotations.NullMarked;
