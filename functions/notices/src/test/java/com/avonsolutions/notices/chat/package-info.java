/** Tests of notices over HTTP. */
@NullMarked
package com.avonsolutions.notices.chat;

import org.jspecify.annotations.NullMarked;
