/**
 * Enquiries that IndiaMART posts.
 *
 * <p>Its contract is in docs/sources.md.
 */
@NullMarked
package com.avonsolutions.hooks.indiamart;

import org.jspecify.annotations.NullMarked;
