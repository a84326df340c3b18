/**
 * Enquiries that JustDial sends.
 *
 * <p>Its contract is in docs/sources.md.
 */
@NullMarked
package com.avonsolutions.hooks.justdial;

import org.jspecify.annotations.NullMarked;
