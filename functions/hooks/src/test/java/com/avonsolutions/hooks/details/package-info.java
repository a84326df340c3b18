/** Tests of what is fetched, against a stand-in of the platforms. */
@NullMarked
package com.avonsolutions.hooks.details;

import org.jspecify.annotations.NullMarked;
