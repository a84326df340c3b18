/**
 * Content pages, files, sitemap, and the default route.
 *
 * <p>Pages with a form that is posted are in other functions.
 */
@NullMarked
package com.avonsolutions.pages;

import org.jspecify.annotations.NullMarked;
