/**
 * Leads that other systems push: what their functions share at the door.
 *
 * <p>One package for each platform.
 */
@NullMarked
package com.avonsolutions.hooks;

import org.jspecify.annotations.NullMarked;
