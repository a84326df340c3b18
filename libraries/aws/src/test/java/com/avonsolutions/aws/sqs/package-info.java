/** Tests of the format of the queue's messages. */
@NullMarked
package com.avonsolutions.aws.sqs;

import org.jspecify.annotations.NullMarked;
