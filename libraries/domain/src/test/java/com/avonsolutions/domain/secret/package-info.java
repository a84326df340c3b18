/** Tests of secrets. */
@NullMarked
package com.avonsolutions.domain.secret;

import org.jspecify.annotations.NullMarked;
