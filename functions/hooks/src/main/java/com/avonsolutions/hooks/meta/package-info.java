/** The function that is told of leads by Facebook and Instagram. */
@NullMarked
package com.avonsolutions.hooks.meta;

import org.jspecify.annotations.NullMarked;
