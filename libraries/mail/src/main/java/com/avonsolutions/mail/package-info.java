/**
 * Mail in general: what a mail is, and who sends it.
 *
 * <p>No words of any mail: whoever sends one writes them. The client of Amazon SES is in the
 * package ses.
 */
@NullMarked
package com.avonsolutions.mail;

import org.jspecify.annotations.NullMarked;
