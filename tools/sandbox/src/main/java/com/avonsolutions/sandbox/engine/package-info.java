/**
 * DynamoDB Local and queues in this process, with the tables of the template and injected faults.
 *
 * <p>What the engine lacks, such as IAM, is not simulated.
 */
@NullMarked
package com.avonsolutions.sandbox.engine;

import org.jspecify.annotations.NullMarked;
