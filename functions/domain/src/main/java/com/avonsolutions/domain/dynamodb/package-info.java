/** How the stores speak to DynamoDB. */
@NullMarked
package com.avonsolutions.domain.dynamodb;

import org.jspecify.annotations.NullMarked;
