/** The function that stores what waits in the queue. */
@NullMarked
package com.avonsolutions.drain;

import org.jspecify.annotations.NullMarked;
