/**
 * Leads that any other system posts, signed as Standard Webhooks.
 *
 * <p>Its contract is in docs/sources.md.
 */
@NullMarked
package com.avonsolutions.hooks.webhook;

import org.jspecify.annotations.NullMarked;
