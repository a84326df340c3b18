/** Tests of what staff look at. */
@NullMarked
package com.avonsolutions.answers.review;

import org.jspecify.annotations.NullMarked;
