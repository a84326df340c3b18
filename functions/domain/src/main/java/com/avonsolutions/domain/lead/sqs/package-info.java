/** The SQS adapter; its messages are described in docs/data-model.md. */
@NullMarked
package com.avonsolutions.domain.lead.sqs;

import org.jspecify.annotations.NullMarked;
