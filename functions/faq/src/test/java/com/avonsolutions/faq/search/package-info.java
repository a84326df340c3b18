/** Tests of how answers are found. */
@NullMarked
package com.avonsolutions.faq.search;

import org.jspecify.annotations.NullMarked;
