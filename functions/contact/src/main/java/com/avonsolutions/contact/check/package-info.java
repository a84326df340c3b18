/**
 * Outside services that help against spam: captchas and Akismet.
 *
 * <p>None is asked unless its settings are there.
 */
@NullMarked
package com.avonsolutions.contact.check;

import org.jspecify.annotations.NullMarked;
