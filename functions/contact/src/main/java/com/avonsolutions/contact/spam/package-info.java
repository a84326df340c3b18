/**
 * Scores submissions for spam by our own rules: docs/spam.md.
 *
 * <p>Nothing here calls an outside service.
 */
@NullMarked
package com.avonsolutions.contact.spam;

import org.jspecify.annotations.NullMarked;
