/** Tests of what staff look at. */
@NullMarked
package com.avonsolutions.faq.review;

import org.jspecify.annotations.NullMarked;
