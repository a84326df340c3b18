/** Calls to services of AWS of which we use one or two operations. */
@NullMarked
package com.avonsolutions.domain.aws;

import org.jspecify.annotations.NullMarked;
