/**
 * What a person reads in the terminal: a line for each invocation, and what functions write.
 *
 * <p>Prints no query, no body and no secret of a path.
 */
@NullMarked
package com.avonsolutions.local.console;

import org.jspecify.annotations.NullMarked;
