/** The spam filter, measured on texts that it was not tuned with. */
@NullMarked
package com.avonsolutions.contact.spam;

import org.jspecify.annotations.NullMarked;
