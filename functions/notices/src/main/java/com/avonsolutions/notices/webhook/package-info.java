/**
 * Signed webhooks by Standard Webhooks.
 *
 * <p>Addresses and connections are the business of the package http.
 */
@NullMarked
package com.avonsolutions.notices.webhook;

import org.jspecify.annotations.NullMarked;
