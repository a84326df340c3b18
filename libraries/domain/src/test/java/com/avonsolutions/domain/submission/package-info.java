/** Tests of the identity of submissions. */
@NullMarked
package com.avonsolutions.domain.submission;

import org.jspecify.annotations.NullMarked;
