/**
 * Outside services that help against spam: captchas and Akismet.
 *
 * <p>None is called unless its settings turn it on.
 */
@NullMarked
package com.avonsolutions.contact.check;

import org.jspecify.annotations.NullMarked;
