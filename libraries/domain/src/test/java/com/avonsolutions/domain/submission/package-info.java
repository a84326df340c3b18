/** Tests of what makes two arrivals the same submission. */
@NullMarked
package com.avonsolutions.domain.submission;

import org.jspecify.annotations.NullMarked;
