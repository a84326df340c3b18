/** Tests of the stores on DynamoDB Local, with injected faults. */
@NullMarked
package com.avonsolutions.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
