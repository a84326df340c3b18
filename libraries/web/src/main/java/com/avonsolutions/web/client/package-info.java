/**
 * Calls to services of others, with limits on time and size.
 *
 * <p>Nothing here knows which service is called; AWS is called by the aws library.
 */
@NullMarked
package com.avonsolutions.web.client;

import org.jspecify.annotations.NullMarked;
