/** The function that takes leads. */
@NullMarked
package com.avonsolutions.contact;

import org.jspecify.annotations.NullMarked;
