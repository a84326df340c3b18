/**
 * FAQ entries and the interface of their store.
 *
 * <p>How questions find answers is in the answers library.
 */
@NullMarked
package com.avonsolutions.domain.faq;

import org.jspecify.annotations.NullMarked;
