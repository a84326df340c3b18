/**
 * Leads from forms and scripts: the contact page, the API, forms of other sites.
 *
 * <p>Code that all sources of leads share is in the domain.
 */
@NullMarked
package com.avonsolutions.contact;

import org.jspecify.annotations.NullMarked;
