/**
 * What all platforms share: mapping answers to fields, accepting leads, calling APIs.
 *
 * <p>Nothing here knows a particular platform.
 */
@NullMarked
package com.avonsolutions.hooks.platform;

import org.jspecify.annotations.NullMarked;
