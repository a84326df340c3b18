/** What staff look at to better the answers; no route leads here, because there is no login yet. */
@NullMarked
package com.avonsolutions.faq.review;

import org.jspecify.annotations.NullMarked;
