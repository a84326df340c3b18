/**
 * Counts kept for a few minutes, which the spam filter asks for.
 *
 * <p>The interface alone; DynamoDB's side is in the aws library.
 */
@NullMarked
package com.avonsolutions.domain.counter;

import org.jspecify.annotations.NullMarked;
