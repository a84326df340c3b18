/**
 * FAQ pages, the API of answers, votes, and unanswered questions.
 *
 * <p>No search: how answers are found is in the answers library.
 */
@NullMarked
package com.avonsolutions.faq;

import org.jspecify.annotations.NullMarked;
