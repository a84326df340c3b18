/**
 * The DynamoDB adapters of the domain's stores, and the format of items.
 *
 * <p>Tables and keys are described in docs/data-model.md; no type of the SDK leaves this module.
 */
@NullMarked
package com.avonsolutions.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
