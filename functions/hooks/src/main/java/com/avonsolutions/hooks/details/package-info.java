/** The function that fetches what leads say whose platforms only named them. */
@NullMarked
package com.avonsolutions.hooks.details;

import org.jspecify.annotations.NullMarked;
