/** Tests of the functions that send notices. */
@NullMarked
package com.avonsolutions.notices;

import org.jspecify.annotations.NullMarked;
