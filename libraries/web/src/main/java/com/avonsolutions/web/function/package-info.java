/**
 * A function as Lambda calls it: by HTTP, queue, stream or schedule; exceptions become answers
 * here.
 *
 * <p>Routes and their code are in the functions.
 */
@NullMarked
package com.avonsolutions.web.function;

import org.jspecify.annotations.NullMarked;
