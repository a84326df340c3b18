/**
 * The page {@code /_local}: gathers leads, invocations, queues and items, and renders them.
 *
 * <p>Knows no HTTP; which requests see the page is decided one package up.
 */
@NullMarked
package com.avonsolutions.local.overview;

import org.jspecify.annotations.NullMarked;
