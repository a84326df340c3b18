/** What makes two arrivals one submission, for leads and testimonials alike. */
@NullMarked
package com.avonsolutions.domain.submission;

import org.jspecify.annotations.NullMarked;
