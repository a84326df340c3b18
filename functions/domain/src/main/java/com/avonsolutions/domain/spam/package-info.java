/**
 * What speaks for spam in a submission, in points with reasons; docs/spam.md says them in words.
 */
@NullMarked
package com.avonsolutions.domain.spam;

import org.jspecify.annotations.NullMarked;
