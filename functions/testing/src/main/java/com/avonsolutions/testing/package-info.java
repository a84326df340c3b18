/**
 * Test support, never deployed: the template as objects, DynamoDB Local with the template's tables,
 * and payload-2.0 events with what is expected of the answer.
 */
@NullMarked
package com.avonsolutions.testing;

import org.jspecify.annotations.NullMarked;
