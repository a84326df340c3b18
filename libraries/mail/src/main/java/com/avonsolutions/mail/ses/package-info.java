/**
 * Mail by Amazon SES.
 *
 * <p>No other package knows its client.
 */
@NullMarked
package com.avonsolutions.mail.ses;

import org.jspecify.annotations.NullMarked;
