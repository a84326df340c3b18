/**
 * Unanswered questions and the interface of their store.
 *
 * <p>Grouping them is in the answers library.
 */
@NullMarked
package com.avonsolutions.domain.question;

import org.jspecify.annotations.NullMarked;
