/**
 * Votes on FAQ entries and the interface of their store.
 *
 * <p>Who may vote is decided in the faq function.
 */
@NullMarked
package com.avonsolutions.domain.vote;

import org.jspecify.annotations.NullMarked;
