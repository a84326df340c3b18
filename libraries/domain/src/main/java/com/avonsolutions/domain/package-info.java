/**
 * What every part of the domain shares: clocks, ids, India's time, and the exception of a store
 * that is away.
 *
 * <p>No HTTP, no AWS, and nothing that only one function needs.
 */
@NullMarked
package com.avonsolutions.domain;

import org.jspecify.annotations.NullMarked;
