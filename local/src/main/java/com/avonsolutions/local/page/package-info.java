/**
 * What the pages under {@code /_local} share: requests, and parts that answer them.
 *
 * <p>Who may see them is decided one package up.
 */
@NullMarked
package com.avonsolutions.local.page;

import org.jspecify.annotations.NullMarked;
