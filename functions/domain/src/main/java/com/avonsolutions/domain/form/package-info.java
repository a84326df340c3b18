/** Forms of other sites: what each may do, and what its leads get by default. */
@NullMarked
package com.avonsolutions.domain.form;

import org.jspecify.annotations.NullMarked;
