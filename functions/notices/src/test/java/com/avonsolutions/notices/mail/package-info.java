/** Tests of notices by mail. */
@NullMarked
package com.avonsolutions.notices.mail;

import org.jspecify.annotations.NullMarked;
