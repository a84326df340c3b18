/** Leads: what a person sent, what we keep of it, and where it is kept. */
@NullMarked
package com.avonsolutions.domain.lead;

import org.jspecify.annotations.NullMarked;
