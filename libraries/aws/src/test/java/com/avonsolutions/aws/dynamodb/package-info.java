/** Tests of writing once, with a store that fails. */
@NullMarked
package com.avonsolutions.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
