/** Testimonials: given by customers, listed once staff approved them. */
@NullMarked
package com.avonsolutions.domain.testimonial;

import org.jspecify.annotations.NullMarked;
