/**
 * Starts functions as Lambda does, under its own runtime client against a stub of the Runtime API,
 * and says how long they take beside peers.
 */
@NullMarked
package com.avonsolutions.bench.cold;

import org.jspecify.annotations.NullMarked;
