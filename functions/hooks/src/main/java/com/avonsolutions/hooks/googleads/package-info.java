/**
 * Leads that Google Ads posts.
 *
 * <p>Its contract is in docs/sources.md.
 */
@NullMarked
package com.avonsolutions.hooks.googleads;

import org.jspecify.annotations.NullMarked;
