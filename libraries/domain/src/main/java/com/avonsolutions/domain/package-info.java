/**
 * What every part of the domain shares: clocks, ids, India's time zone, and the exception of a
 * store that is unavailable.
 *
 * <p>No HTTP, no AWS, and nothing that only one function needs.
 */
@NullMarked
package com.avonsolutions.domain;

import org.jspecify.annotations.NullMarked;
