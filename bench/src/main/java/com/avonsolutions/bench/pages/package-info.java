/**
 * {@code make bench-pages}: sizes and requests of every page, and Lighthouse's scores.
 *
 * <p>Knows the site through HTTP only.
 */
@NullMarked
package com.avonsolutions.bench.pages;

import org.jspecify.annotations.NullMarked;
