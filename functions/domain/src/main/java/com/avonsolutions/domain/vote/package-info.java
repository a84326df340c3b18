/** What visitors say of answers: helpful, or not. */
@NullMarked
package com.avonsolutions.domain.vote;

import org.jspecify.annotations.NullMarked;
