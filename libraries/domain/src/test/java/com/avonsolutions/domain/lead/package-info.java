/** Tests of leads and phone numbers. */
@NullMarked
package com.avonsolutions.domain.lead;

import org.jspecify.annotations.NullMarked;
