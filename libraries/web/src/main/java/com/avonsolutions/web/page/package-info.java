/**
 * Renders pages: layout, assets, what the templates are given.
 *
 * <p>Which pages there are is each function's own matter.
 */
@NullMarked
package com.avonsolutions.web.page;

import org.jspecify.annotations.NullMarked;
