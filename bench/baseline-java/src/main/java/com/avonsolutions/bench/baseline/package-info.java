/**
 * The baseline in plain Java: does with a lead of the contact form what the contact function does.
 *
 * <p>No framework, and nothing of the project's own code.
 */
@NullMarked
package com.avonsolutions.bench.baseline;

import org.jspecify.annotations.NullMarked;
