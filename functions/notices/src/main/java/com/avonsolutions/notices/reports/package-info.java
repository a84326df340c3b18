/**
 * The function that notes what Amazon SES reports of mail.
 *
 * <p>It reads no lead and sends nothing.
 */
@NullMarked
package com.avonsolutions.notices.reports;

import org.jspecify.annotations.NullMarked;
