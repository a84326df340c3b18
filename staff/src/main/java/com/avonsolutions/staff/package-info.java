/**
 * Commands that people run against real tables, with their own main.
 *
 * <p>Never deployed, and knows nothing of the local server.
 */
@NullMarked
package com.avonsolutions.staff;

import org.jspecify.annotations.NullMarked;
