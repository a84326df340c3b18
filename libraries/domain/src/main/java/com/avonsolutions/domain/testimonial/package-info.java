/**
 * Testimonials and the interface of their store.
 *
 * <p>Pages and API are in the testimonials function.
 */
@NullMarked
package com.avonsolutions.domain.testimonial;

import org.jspecify.annotations.NullMarked;
