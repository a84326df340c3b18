/** The counters' adapter on the real engine. */
@NullMarked
package com.avonsolutions.domain.spam.dynamodb;

import org.jspecify.annotations.NullMarked;
