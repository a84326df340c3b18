/** Tests of ids. */
@NullMarked
package com.avonsolutions.domain;

import org.jspecify.annotations.NullMarked;
