/** What a request takes of the tables while they grow: {@code make bench-growth}. */
@NullMarked
package com.avonsolutions.bench.growth;

import org.jspecify.annotations.NullMarked;
