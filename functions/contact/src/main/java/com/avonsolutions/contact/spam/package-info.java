/**
 * Weighs a submission for spam by our own rules: docs/spam.md.
 *
 * <p>Nothing here asks an outside service.
 */
@NullMarked
package com.avonsolutions.contact.spam;

import org.jspecify.annotations.NullMarked;
