/** Tests of the grouping of unanswered questions. */
@NullMarked
package com.avonsolutions.answers.review;

import org.jspecify.annotations.NullMarked;
