/** Tests of the function as a whole. */
@NullMarked
package com.avonsolutions.faq;

import org.jspecify.annotations.NullMarked;
