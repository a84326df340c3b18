/**
 * Groups unanswered questions by meaning, for staff.
 *
 * <p>Only reads the index; nothing here takes part in answering a visitor.
 */
@NullMarked
package com.avonsolutions.answers.review;

import org.jspecify.annotations.NullMarked;
