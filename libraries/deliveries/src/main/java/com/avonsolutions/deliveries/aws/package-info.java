/**
 * Deliveries and channels in DynamoDB, and nudges in SQS.
 *
 * <p>No rule of when or to whom something is sent: the package above has those.
 */
@NullMarked
package com.avonsolutions.deliveries.aws;

import org.jspecify.annotations.NullMarked;
