/** The function that is told of leads by LinkedIn. */
@NullMarked
package com.avonsolutions.hooks.linkedin;

import org.jspecify.annotations.NullMarked;
