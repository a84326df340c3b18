/** What staff look at to better the answers. */
@NullMarked
package com.avonsolutions.faq.review;

import org.jspecify.annotations.NullMarked;
