/**
 * FAQ pages, the API of answers, votes, and the questions that found none.
 *
 * <p>How answers are found is in the answers library.
 */
@NullMarked
package com.avonsolutions.faq;

import org.jspecify.annotations.NullMarked;
