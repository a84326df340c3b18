/** Tests of how answers are found. */
@NullMarked
package com.avonsolutions.answers;

import org.jspecify.annotations.NullMarked;
