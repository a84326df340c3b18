/**
 * Follows what happens: reads the streams of leads and testimonials, and runs every minute.
 *
 * <p>Each follower is a class of its own and fails alone. Nothing here sends anything; it plans
 * deliveries, and other functions send them.
 */
@NullMarked
package com.avonsolutions.follow;

import org.jspecify.annotations.NullMarked;
