/**
 * The SQS adapter of the queue for leads that the table refuses.
 *
 * <p>Its messages are described in docs/data-model.md.
 */
@NullMarked
package com.avonsolutions.aws.sqs;

import org.jspecify.annotations.NullMarked;
