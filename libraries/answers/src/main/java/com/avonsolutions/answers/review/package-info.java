/**
 * Groups visitors' questions by what they mean, for staff.
 *
 * <p>Uses the index as it is and changes nothing in it.
 */
@NullMarked
package com.avonsolutions.answers.review;

import org.jspecify.annotations.NullMarked;
