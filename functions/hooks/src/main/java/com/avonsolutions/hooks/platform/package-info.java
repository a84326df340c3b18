/**
 * What all platforms share: answers sorted into fields, leads accepted, calls to their APIs.
 *
 * <p>Nothing here knows a particular platform.
 */
@NullMarked
package com.avonsolutions.hooks.platform;

import org.jspecify.annotations.NullMarked;
