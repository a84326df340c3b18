/**
 * Leads that other systems push: what the functions share for reading and authorising requests.
 *
 * <p>One package for each platform.
 */
@NullMarked
package com.avonsolutions.hooks;

import org.jspecify.annotations.NullMarked;
