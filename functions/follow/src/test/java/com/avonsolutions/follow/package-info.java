/** Tests of the function that follows changes. */
@NullMarked
package com.avonsolutions.follow;

import org.jspecify.annotations.NullMarked;
