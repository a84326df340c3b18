/** Measures the functions as they are deployed, beside peers, and writes docs/performance.md. */
@NullMarked
package com.avonsolutions.bench;

import org.jspecify.annotations.NullMarked;
