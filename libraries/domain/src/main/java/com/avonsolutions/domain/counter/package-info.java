/**
 * Short-lived counters and keys that the instances of a function share, for the spam filter.
 *
 * <p>The interface alone; its DynamoDB adapter is in the aws library.
 */
@NullMarked
package com.avonsolutions.domain.counter;

import org.jspecify.annotations.NullMarked;
