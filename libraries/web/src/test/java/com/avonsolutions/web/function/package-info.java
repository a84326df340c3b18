/** Tests of the base classes of functions, most of them through a handler. */
@NullMarked
package com.avonsolutions.web.function;

import org.jspecify.annotations.NullMarked;
