/**
 * Notices by mail to staff.
 *
 * <p>The words and layouts are templates in src/main/jte. SES is known to the library mail alone.
 */
@NullMarked
package com.avonsolutions.notices.mail;

import org.jspecify.annotations.NullMarked;
