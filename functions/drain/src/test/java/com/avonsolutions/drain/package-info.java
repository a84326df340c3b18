/** Tests of the function that drains the queue. */
@NullMarked
package com.avonsolutions.drain;

import org.jspecify.annotations.NullMarked;
