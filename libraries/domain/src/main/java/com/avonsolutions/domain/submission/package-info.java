/**
 * What submissions of every kind share: identity, receipt, violations.
 *
 * <p>Nothing here knows what was submitted.
 */
@NullMarked
package com.avonsolutions.domain.submission;

import org.jspecify.annotations.NullMarked;
