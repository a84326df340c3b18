/**
 * The site from outside, as the local server or as sam local serves it: the same tests for both.
 */
@NullMarked
package com.avonsolutions.local.blackbox;

import org.jspecify.annotations.NullMarked;
