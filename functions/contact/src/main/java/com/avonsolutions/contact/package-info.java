/**
 * Leads from forms and scripts: the contact page, the API, forms of other sites.
 *
 * <p>What every source of leads shares is in the domain.
 */
@NullMarked
package com.avonsolutions.contact;

import org.jspecify.annotations.NullMarked;
