/**
 * Commands that staff run against real tables, with a main of their own.
 *
 * <p>Never deployed, and does not depend on the local server.
 */
@NullMarked
package com.avonsolutions.staff;

import org.jspecify.annotations.NullMarked;
