/**
 * The function that drains the queue of leads into the table.
 *
 * <p>Queue and store are interfaces of the domain.
 */
@NullMarked
package com.avonsolutions.drain;

import org.jspecify.annotations.NullMarked;
