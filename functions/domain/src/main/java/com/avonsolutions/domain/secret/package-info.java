/** Keys and tokens, from wherever an operator keeps them. */
@NullMarked
package com.avonsolutions.domain.secret;

import org.jspecify.annotations.NullMarked;
