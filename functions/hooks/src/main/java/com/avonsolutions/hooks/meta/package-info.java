/**
 * Meta's lead events, and the client that fetches what they announce.
 *
 * <p>Its contract is in docs/sources.md.
 */
@NullMarked
package com.avonsolutions.hooks.meta;

import org.jspecify.annotations.NullMarked;
