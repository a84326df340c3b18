/** The DynamoDB adapter; its items are described in docs/data-model.md. */
@NullMarked
package com.avonsolutions.domain.spam.dynamodb;

import org.jspecify.annotations.NullMarked;
