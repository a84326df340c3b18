/** Tests of the adapter on a real engine. */
@NullMarked
package com.avonsolutions.domain.vote.dynamodb;

import org.jspecify.annotations.NullMarked;
