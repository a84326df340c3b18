/**
 * Rendering of pages: layout, assets, and the data that templates need.
 *
 * <p>The pages themselves are in the functions.
 */
@NullMarked
package com.avonsolutions.web.page;

import org.jspecify.annotations.NullMarked;
