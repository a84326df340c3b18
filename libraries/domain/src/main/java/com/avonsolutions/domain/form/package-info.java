/**
 * Forms of other sites: origins, redirects, wording of consent.
 *
 * <p>What a form posts is read in the contact function.
 */
@NullMarked
package com.avonsolutions.domain.form;

import org.jspecify.annotations.NullMarked;
