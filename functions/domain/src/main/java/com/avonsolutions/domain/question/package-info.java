/** Questions that found no answer, counted so that staff can write one. */
@NullMarked
package com.avonsolutions.domain.question;

import org.jspecify.annotations.NullMarked;
