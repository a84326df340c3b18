/** What the functions that take other systems' leads share. */
@NullMarked
package com.avonsolutions.hooks;

import org.jspecify.annotations.NullMarked;
