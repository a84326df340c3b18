/** Tests and measurements of the search. */
@NullMarked
package com.avonsolutions.answers;

import org.jspecify.annotations.NullMarked;
