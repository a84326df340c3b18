/** Tests of the tables and queues of deliveries. */
@NullMarked
package com.avonsolutions.deliveries.aws;

import org.jspecify.annotations.NullMarked;
