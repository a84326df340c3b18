/**
 * The mailbox of the local server: what the stand-in for SES has sent, as pages and as JSON.
 *
 * <p>Sends nothing, and knows no server.
 */
@NullMarked
package com.avonsolutions.local.mailbox;

import org.jspecify.annotations.NullMarked;
