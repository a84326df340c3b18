/** The function that takes testimonials and lists the approved ones. */
@NullMarked
package com.avonsolutions.testimonials;

import org.jspecify.annotations.NullMarked;
