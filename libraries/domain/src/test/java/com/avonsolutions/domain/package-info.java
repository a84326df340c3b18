/** Tests of ids, and what the tests of all stores share. */
@NullMarked
package com.avonsolutions.domain;

import org.jspecify.annotations.NullMarked;
