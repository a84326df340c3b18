/**
 * A deterministic simulation of people, platforms, functions, a table and a queue with injected
 * faults, and the invariants that must hold; described in docs/testing.md.
 */
@NullMarked
package com.avonsolutions.exactlyonce;

import org.jspecify.annotations.NullMarked;
