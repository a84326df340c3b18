/**
 * What people consent to, by which words, and the record that proves it.
 *
 * <p>Knows what consent is given for, not who gives it or how it is asked for.
 */
@NullMarked
package com.avonsolutions.domain.consent;

import org.jspecify.annotations.NullMarked;
