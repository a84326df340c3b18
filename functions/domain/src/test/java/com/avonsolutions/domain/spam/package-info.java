/** The spam filter, measured on texts that it was not tuned with. */
@NullMarked
package com.avonsolutions.domain.spam;

import org.jspecify.annotations.NullMarked;
