/**
 * Catches webhooks, so that a developer sees what a receiver would get.
 *
 * <p>Answers what its address asks for; sends nothing.
 */
@NullMarked
package com.avonsolutions.local.catcher;

import org.jspecify.annotations.NullMarked;
