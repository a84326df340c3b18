/**
 * The function that sends webhooks and chat messages.
 *
 * <p>Their formats are in the packages webhook and chat.
 */
@NullMarked
package com.avonsolutions.notices.outbound;

import org.jspecify.annotations.NullMarked;
