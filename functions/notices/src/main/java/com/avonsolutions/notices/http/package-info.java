/**
 * Requests to addresses of others, which they choose: only to public machines, within limits.
 *
 * <p>No format of any channel.
 */
@NullMarked
package com.avonsolutions.notices.http;

import org.jspecify.annotations.NullMarked;
