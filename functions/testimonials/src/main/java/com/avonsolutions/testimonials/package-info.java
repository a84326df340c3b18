/**
 * The testimonials page, its form and its API.
 *
 * <p>Approval is a staff command.
 */
@NullMarked
package com.avonsolutions.testimonials;

import org.jspecify.annotations.NullMarked;
