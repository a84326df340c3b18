/**
 * Fetches the answers of leads of which a platform sent only the id.
 *
 * <p>Calls platforms through hooks.platform alone.
 */
@NullMarked
package com.avonsolutions.hooks.details;

import org.jspecify.annotations.NullMarked;
