/** Tests of fetching leads, against a stand-in for the platforms. */
@NullMarked
package com.avonsolutions.hooks.details;

import org.jspecify.annotations.NullMarked;
