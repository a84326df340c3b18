/** FAQ entries: written by staff, read by the answer engine and the pages. */
@NullMarked
package com.avonsolutions.domain.faq;

import org.jspecify.annotations.NullMarked;
