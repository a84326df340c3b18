/** Tests of deliveries and their rules. */
@NullMarked
package com.avonsolutions.deliveries;

import org.jspecify.annotations.NullMarked;
