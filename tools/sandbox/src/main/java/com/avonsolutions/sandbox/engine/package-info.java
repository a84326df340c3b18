/**
 * DynamoDB Local and queues in this process, with tables made from the template, and faults on
 * demand.
 *
 * <p>What the engine cannot do, such as IAM, is not imitated.
 */
@NullMarked
package com.avonsolutions.sandbox.engine;

import org.jspecify.annotations.NullMarked;
