/**
 * A model of people, platforms, functions, a table and a queue, of which everything can fail:
 * docs/testing.md says what it asks.
 */
@NullMarked
package com.avonsolutions.exactlyonce;

import org.jspecify.annotations.NullMarked;
