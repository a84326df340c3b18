/**
 * Base classes of Lambda functions behind HTTP, a queue, a stream or a schedule, and the mapping of
 * exceptions to responses.
 *
 * <p>Routes and their code are in the functions.
 */
@NullMarked
package com.avonsolutions.web.function;

import org.jspecify.annotations.NullMarked;
