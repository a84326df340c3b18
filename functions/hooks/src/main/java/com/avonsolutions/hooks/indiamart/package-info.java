/** The function that takes IndiaMART's enquiries. */
@NullMarked
package com.avonsolutions.hooks.indiamart;

import org.jspecify.annotations.NullMarked;
