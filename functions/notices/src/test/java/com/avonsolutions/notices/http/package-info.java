/** Tests of notices over HTTP. */
@NullMarked
package com.avonsolutions.notices.http;

import org.jspecify.annotations.NullMarked;
