/** Tests of the queue's adapter, on a stand-in that speaks SQS's protocol. */
@NullMarked
package com.avonsolutions.aws.sqs;

import org.jspecify.annotations.NullMarked;
