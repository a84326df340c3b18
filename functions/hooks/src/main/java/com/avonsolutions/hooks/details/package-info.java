/**
 * Fetches what a platform's event only announced, from the stream of leads.
 *
 * <p>Calls platforms through hooks.platform alone.
 */
@NullMarked
package com.avonsolutions.hooks.details;

import org.jspecify.annotations.NullMarked;
