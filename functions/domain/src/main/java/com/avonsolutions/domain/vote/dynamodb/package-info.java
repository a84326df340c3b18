/** The DynamoDB adapter; its items are described in docs/data-model.md. */
@NullMarked
package com.avonsolutions.domain.vote.dynamodb;

import org.jspecify.annotations.NullMarked;
