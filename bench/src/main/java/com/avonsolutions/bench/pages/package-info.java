/** What a visitor's browser has to load, and what Lighthouse says of it. */
@NullMarked
package com.avonsolutions.bench.pages;

import org.jspecify.annotations.NullMarked;
