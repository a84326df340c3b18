/**
 * Content pages, files, sitemap, and the answer to unknown addresses.
 *
 * <p>Pages that take something in are other functions.
 */
@NullMarked
package com.avonsolutions.pages;

import org.jspecify.annotations.NullMarked;
