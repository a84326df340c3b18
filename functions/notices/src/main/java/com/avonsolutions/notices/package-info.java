/**
 * Sends deliveries: takes one that is due, tells its channel, and notes how it went.
 *
 * <p>What is sent, and when, was planned elsewhere. The formats of channels are in the packages
 * below.
 */
@NullMarked
package com.avonsolutions.notices;

import org.jspecify.annotations.NullMarked;
