/** Starts functions as Lambda does and says how long they take. */
@NullMarked
package com.avonsolutions.bench.cold;

import org.jspecify.annotations.NullMarked;
