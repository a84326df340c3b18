/** Tests of notices over HTTP. */
@NullMarked
package com.avonsolutions.notices.outbound;

import org.jspecify.annotations.NullMarked;
