/** The function that takes JustDial's enquiries. */
@NullMarked
package com.avonsolutions.hooks.justdial;

import org.jspecify.annotations.NullMarked;
