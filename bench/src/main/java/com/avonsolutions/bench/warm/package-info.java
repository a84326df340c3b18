/** How fast functions that have started answer: {@code make bench-warm}. */
@NullMarked
package com.avonsolutions.bench.warm;

import org.jspecify.annotations.NullMarked;
